/** Words about bulletins that pages of other features need. */
import { catalogue } from './messages';

export const nameless = catalogue({ headline: 'Başlıksız taslak' }, { headline: 'Draft without a headline' });
