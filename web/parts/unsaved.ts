import { useEffect } from 'react';

/** Forms that were typed into and not saved. */
const forms = new Set<symbol>();

export function anyUnsaved(): boolean {
  return forms.size > 0;
}

/** After a save that leads elsewhere, or when a person has said that it may be lost. */
export function forgetUnsaved(): void {
  forms.clear();
  window.removeEventListener('beforeunload', warn);
}

/** Says of a form whether something in it would be lost: the browser and our own links then ask before they leave. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const form = Symbol('form');
    forms.add(form);
    window.addEventListener('beforeunload', warn);
    return () => {
      forms.delete(form);
      if (forms.size === 0) window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
