/** What was written without the spaces around it; an empty field says that there is no value. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
