import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { catalogue } from '../../../lib/messages';
import css from './focus-point.module.css';

const m = catalogue(
  {
    label: 'Kırpma odağı',
    hint: 'Liste görselleri bu noktayı gösterecek biçimde kırpılır. Görsele dokunun ya da ok tuşlarıyla taşıyın.',
    value: 'soldan yüzde {x}, üstten yüzde {y}',
  },
  {
    label: 'Crop focus',
    hint: 'Pictures in lists are cut so that this point stays in sight. Tap the picture or use the arrow keys.',
    value: '{x} percent from the left, {y} percent from the top',
  },
);

export interface Focus {
  /** Part of the width, from the left: 0 to 1. */
  readonly x: number;
  /** Part of the height, from the top: 0 to 1. */
  readonly y: number;
}

interface FocusPointProps {
  readonly src: string;
  readonly alt: string;
  readonly focus: Focus;
  readonly onChange: (focus: Focus) => void;
}

const step = 0.02;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

const within = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 100) / 100;

/** The point of a picture that crops keep in sight, set by tapping, dragging or the arrow keys; the crop is shown. */
export function FocusPoint({ src, alt, focus, onChange }: FocusPointProps) {
  const picture = useRef<HTMLDivElement>(null);
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    onChange({ x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) });
  };
  const nudge = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    onChange({ x: within(focus.x + move[0]), y: within(focus.y + move[1]) });
  };
  const x = Math.round(focus.x * 100);
  const y = Math.round(focus.y * 100);
  return (
    <div className={css.frame}>
      <div
        ref={picture}
        className={css.picture}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          place(event);
        }}
        onPointerMove={(event) => (event.buttons === 1 ? place(event) : undefined)}
      >
        <img src={src} alt={alt} draggable={false} />
        <span
          className={css.point}
          style={{ left: `${x}%`, top: `${y}%` }}
          role="slider"
          tabIndex={0}
          aria-label={m.label()}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={x}
          aria-valuetext={m.value({ x, y })}
          aria-orientation="horizontal"
          onKeyDown={nudge}
        />
      </div>
      <div className={css.crop} aria-hidden>
        <img src={src} alt="" style={{ objectPosition: `${x}% ${y}%` }} />
      </div>
      <p className="quiet small">{m.hint()}</p>
    </div>
  );
}
