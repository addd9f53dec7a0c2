import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'isPublic';

/** Opens a route or root field to visitors without a session. Everything else asks for one. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
