import { useEffect, useRef, useState } from 'react';
import css from './check-page.module.css';

/** The mail as receivers see it, in a frame that may do nothing. A foreign frame matches no `:focus`, so it is told. */
export function MailPreview({ title, html }: { readonly title: string; readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  useEffect(() => {
    const look = () => setHasFocus(document.activeElement === frame.current);
    const leave = () => setHasFocus(false);
    window.addEventListener('blur', look);
    window.addEventListener('focus', leave);
    return () => {
      window.removeEventListener('blur', look);
      window.removeEventListener('focus', leave);
    };
  }, []);
  return (
    <iframe
      ref={frame}
      className={css.mail}
      data-focused={hasFocus || undefined}
      title={title}
      srcDoc={html}
      sandbox=""
    />
  );
}
