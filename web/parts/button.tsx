import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  /** Square, for a picture alone: then `aria-label` says what it does. */
  icon?: boolean;
  children: ReactNode;
}

export function Button({ look = 'plain', icon = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${look}${icon ? ' button-icon' : ''}`} />;
}
