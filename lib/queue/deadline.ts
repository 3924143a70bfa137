/** Settles as the work does, or rejects with a TimeoutError after `ms`: what hangs must not hold up the rest of its batch. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new DOMException('The message took too long.', 'TimeoutError'));
  }, ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
