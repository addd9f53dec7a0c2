/**
 * The point of a picture that stays in sight when edges are cut off: parts of the width and of the height from the top
 * left corner, 0 to 1. It is presentation alone, so no signature covers it: the whole picture, which was signed by its
 * hash, stays one click away from every crop.
 */
export interface Focus {
  readonly focusX: number;
  readonly focusY: number;
}

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where a picture without a chosen point is cut. */
export const MIDDLE: Focus = { focusX: 0.5, focusY: 0.5 };

/** Public sizes of a cropped picture by the name that is part of their address. */
export const CROPS = {
  /** Beside a headline in a list. */
  kucuk: { width: 480, height: 320 },
  /** The newest bulletin, and galleries. */
  buyuk: { width: 960, height: 640 },
  /** What social networks and messaging applications show for a link. Source: Open Graph practice, 1.91 to 1. */
  paylasim: { width: 1200, height: 630 },
} as const;
export type CropName = keyof typeof CROPS;

/** The point in whole percents, as it is stored and as addresses name it. */
export function inPercents({ focusX, focusY }: Focus): { readonly x: number; readonly y: number } {
  return { x: Math.round(focusX * 100), y: Math.round(focusY * 100) };
}

/** The largest part of `picture` with the proportions of `shape` whose middle is as near to the focus as edges allow. */
export function cropRectangle(picture: Size, shape: Size, { focusX, focusY }: Focus): Rectangle {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = within(Math.round(shape.width * scale), 1, picture.width);
  const height = within(Math.round(shape.height * scale), 1, picture.height);
  return {
    left: within(Math.round(picture.width * focusX - width / 2), 0, picture.width - width),
    top: within(Math.round(picture.height * focusY - height / 2), 0, picture.height - height),
    width,
    height,
  };
}

/** How large the crop of a picture is: as the shape, or smaller with its proportions, since nothing is enlarged. */
export function croppedSize(picture: Size, shape: Size): Size {
  const { width, height } = cropRectangle(picture, shape, MIDDLE);
  return width < shape.width ? { width, height } : { width: shape.width, height: shape.height };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
