/** The nth delivery: a booking or a deal of its own, of clients, managers and stages that many share. */
export function delivery(n: number): { kind: 'booking' | 'deal'; extId: string; body: string } {
  const kind = n % 2 === 0 ? 'booking' : 'deal';
  const extId = String(500_000 + n);
  const at = new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString();
  const person = { id: 9000 + (n % 50), name: 'Клиент', phone: `+7916000${String(1000 + (n % 50))}` };
  const data =
    kind === 'booking'
      ? { id: extId, created_at: at, origin: 'widget', client: person, amount: n }
      : {
          id: extId,
          created_at: at,
          amount: n,
          contact: person,
          manager: { id: n % 5, name: 'Ольга' },
          stage: stage(n),
        };
  return {
    kind,
    extId,
    body: JSON.stringify({ event: `${kind}.created`, occurred_at: at, salon: { id: 1042 }, data }),
  };
}

function stage(n: number): { id: number; name: string } {
  return { id: 10 + (n % 4), name: `Этап ${n % 4}` };
}
