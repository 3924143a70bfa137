/** Somebody of whom nothing may be left. */
export interface Person {
  name: string;
  /** Ten digits. */
  phone: string;
  email: string;
  clientId: number;
}

export const people = {
  /** Has deals and bookings, and is erased by her phone. */
  vera: { name: 'Вера Ветровская', phone: '9162345178', email: 'vetrovskaya@example.ru', clientId: 4101 },
  /** Has requests only, and is erased by her e-mail. */
  rimma: { name: 'Римма Одинцова', phone: '9253456189', email: 'odintsova@example.ru', clientId: 4102 },
  /** Is known by her name alone, and erased as the contact that she is. */
  snezhana: { name: 'Снежана Безродная', phone: '', email: '', clientId: 4103 },
  /** Stays. */
  boris: { name: 'Борис Стойкий', phone: '9034567190', email: 'stoikiy@example.ru', clientId: 4104 },
} satisfies Record<string, Person>;
export type PersonName = keyof typeof people;

/** Every way to write a phone that the reader takes. */
export function spellings(phone: string): string[] {
  const [code, a, b, c] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6, 8), phone.slice(8)];
  return [
    `+7${phone}`,
    `7${phone}`,
    `8${phone}`,
    phone,
    `${phone}.0`,
    `8 (${code}) ${a}-${b}-${c}`,
    `+7 ${code} ${a} ${b} ${c}`,
    `8-${code}-${a}-${b}-${c}`,
    `+8 ${code} ${a}${b}${c}`,
    `+7(${code})${a}${b}${c} доб. 12`,
    `8${code}\u00a0${a}\u00a0${b}${c}#12`,
    `${phone} / 8 800 000-00-00`,
    `&#43;7${phone}`,
  ];
}

/** Which of a person's marks a text holds, however it is written: name, e-mail, phone. */
export function marksIn(text: string, { name, phone, email }: Person): string[] {
  const [, surname = ''] = name.toLowerCase().split(' ');
  const [mailbox = ''] = email.split('@');
  const plain = text.toLowerCase();
  const digits = text.replaceAll(/\D/g, '');
  return [
    ...(plain.includes(surname) ? ['name'] : []),
    ...(mailbox !== '' && plain.includes(mailbox) ? ['email'] : []),
    ...(phone !== '' && digits.includes(phone) ? ['phone'] : []),
  ];
}
