import { createHash } from 'node:crypto';
import type { Context } from 'oidc-provider';

const style = `
:root { color-scheme: light dark; --ink: #1b2330; --soft: #5b6678; --line: #cfd6e1; --ground: #f5f7fa; --sheet: #fff; --act: #2f5bea; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf2; --soft: #a3adbd; --line: #3a4454; --ground: #11151c; --sheet: #1a202a; --act: #4b74f5; --bad: #ff9a92; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; }
main { width: 100%; max-width: 360px; padding: 32px; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 20px; color: var(--soft); }
label { display: block; margin: 0 0 16px; font-weight: 500; }
input { display: block; width: 100%; height: 40px; margin-top: 6px; padding: 0 12px; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px; }
input:focus-visible, button:focus-visible { outline: 2px solid var(--act); outline-offset: 2px; }
button { width: 100%; height: 40px; font: inherit; font-weight: 600; color: #fff; background: #2f5bea; border: 0; border-radius: 8px; cursor: pointer; }
[role='alert'] { color: var(--bad); }
`;
const submit = `document.querySelector('form').submit();`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing from elsewhere; the form's answer leads on to the page, which Chromium counts as an action of the form. */
function policy(formOrigins: string): string {
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(submit)}`,
    `form-action 'self' ${formOrigins}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function headersOf(pageOrigins: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy(pageOrigins),
    'referrer-policy': 'no-referrer',
  };
}

const words = {
  ru: {
    title: 'Вход в кабинет',
    about: 'Имена и пароли напечатал npm start.',
    login: 'Имя',
    password: 'Пароль',
    enter: 'Войти',
    wrong: 'Имя или пароль не подходят.',
  },
  en: {
    title: 'Sign in',
    about: 'npm start has printed the names and passwords.',
    login: 'Name',
    password: 'Password',
    enter: 'Sign in',
    wrong: 'The name or the password is wrong.',
  },
};

/** Posts to its own address: the cookies of a login are bound to it. */
export function loginPage(language: keyof typeof words, refused: boolean): string {
  const say = words[language];
  return document(
    language,
    say.title,
    `<p>${say.about}</p>${refused ? `<p role="alert">${say.wrong}</p>` : ''}
<form method="post">
<label>${say.login}<input name="login" autocomplete="username" autocapitalize="none" required autofocus></label>
<label>${say.password}<input name="password" type="password" autocomplete="current-password" required></label>
<button>${say.enter}</button>
</form>`,
  );
}

/** `form`: oidc-provider's own, with its secret. It is sent by itself: who came here has pressed a button already. */
export function signOutPage(context: Context, form: string): void {
  const whole = form.replace('</form>', '<input type="hidden" name="logout" value="yes"><button>Выйти</button></form>');
  show(context, document('ru', 'Выход', `${whole}<script>${submit}</script>`));
}

/** Says no more than that: an error of the issuer may quote what was sent. */
export function errorPage(context: Context): void {
  show(context, document('ru', 'Войти не получилось', '<p>Вернитесь в кабинет и попробуйте ещё раз.</p>'));
}

function show(context: Context, html: string): void {
  for (const [name, value] of Object.entries(headersOf('http://127.0.0.1:* http://localhost:*')))
    context.set(name, value);
  context.type = 'html';
  context.body = html;
}

function document(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}
