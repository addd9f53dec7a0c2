import { CROPS, croppedSize, cropRectangle, inPercents, MIDDLE } from './crop';

const picture = { width: 3000, height: 2000 };
const square = { width: 100, height: 100 };

describe('cropping around a point', () => {
  it('cuts both sides alike when nothing was chosen', () => {
    expect(cropRectangle(picture, square, MIDDLE)).toEqual({ left: 500, top: 0, width: 2000, height: 2000 });
  });

  it('keeps the point in the middle where the edges allow it', () => {
    expect(cropRectangle(picture, square, { focusX: 0.4, focusY: 0.1 })).toMatchObject({ left: 200, top: 0 });
  });

  it.each([
    [0, 0],
    [1, 1000],
  ])('stays inside the picture for a point on its edge (%d)', (focusX, left) => {
    expect(cropRectangle(picture, square, { focusX, focusY: focusX })).toMatchObject({ left, top: 0, width: 2000 });
  });

  it('cuts above and below from an upright picture', () => {
    const rectangle = cropRectangle({ width: 800, height: 1200 }, CROPS.buyuk, { focusX: 0.5, focusY: 0.25 });

    expect(rectangle).toEqual({ left: 0, top: 34, width: 800, height: 533 });
  });

  it.each(Object.values(CROPS))('never leaves the picture for $width × $height, however small it is', (shape) => {
    for (const size of [picture, { width: 16, height: 16 }, { width: 16, height: 4000 }, { width: 4000, height: 16 }]) {
      for (const focusX of [0, 0.33, 0.5, 1]) {
        const { left, top, width, height } = cropRectangle(size, shape, { focusX, focusY: 1 - focusX });

        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(left + width).toBeLessThanOrEqual(size.width);
        expect(top + height).toBeLessThanOrEqual(size.height);
      }
    }
  });

  it('enlarges nothing', () => {
    expect(croppedSize(picture, CROPS.paylasim)).toEqual({ width: 1200, height: 630 });
    expect(croppedSize({ width: 600, height: 600 }, CROPS.paylasim)).toEqual({ width: 600, height: 315 });
  });

  it('names the point in whole percents', () => {
    expect(inPercents({ focusX: 0.295, focusY: 1 })).toEqual({ x: 30, y: 100 });
  });
});
