const prefix = 'cabinet.';

/** What a person chose on this device: one of `known`, or undefined. Storage may be switched off: then nothing is kept. */
export function preferred<T extends string>(name: string, known: readonly T[]): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + name);
    return known.find((value) => value === kept);
  } catch {
    return undefined;
  }
}

export function keepPreferred(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // It then holds until the page is closed.
  }
}
