/** Whether an attachment is shown as a picture; everything else is offered as a file. */
export const isImage = ({ mediaType }: { readonly mediaType: string }): boolean => mediaType.startsWith('image/');
