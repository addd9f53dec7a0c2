import type { ComponentProps, ReactNode } from 'react';
import { Button as AriaButton, Link as AriaLink, Tooltip, TooltipTrigger } from 'react-aria-components';
import css from './button.module.css';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ComponentProps<typeof AriaButton>, 'className' | 'isDisabled' | 'children'> {
  readonly look?: Look;
  readonly children: ReactNode;
  /** Why it cannot be pressed now; shown on hover and focus and read out. The button stays reachable. */
  readonly refusal?: string | undefined;
  readonly className?: string;
}

/** A button whose words are a verb. One that cannot be pressed says why. */
export function Button({ look = 'plain', refusal, children, className = '', ...rest }: ButtonProps) {
  const classes = `${css.button} ${css[look]} ${className}`;
  if (refusal === undefined) {
    return (
      <AriaButton {...rest} className={classes}>
        {children}
      </AriaButton>
    );
  }
  return (
    <TooltipTrigger delay={200}>
      <AriaButton {...rest} className={`${classes} ${css.refused}`} aria-disabled onPress={() => undefined}>
        {children}
        <span className="visually-hidden"> ({refusal})</span>
      </AriaButton>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {refusal}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface IconButtonProps extends Omit<ComponentProps<typeof AriaButton>, 'className' | 'children'> {
  /** What it does, read out and shown on hover. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A button of one sign; its label is shown on hover and focus. */
export function IconButton({ label, children, className = '', ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className={`${css.icon} ${className}`}>
        {children}
      </AriaButton>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface LinkButtonProps extends Omit<ComponentProps<typeof AriaLink>, 'className' | 'children'> {
  readonly look?: Look;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ look = 'plain', children, ...rest }: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={`${css.button} ${css[look]}`}>
      {children}
    </AriaLink>
  );
}
