import { createRoot } from 'react-dom/client';
import { signInSettings } from './api/settings.ts';
import { createSession } from './api/session.ts';
import { leaveForIssuer, signIn } from './api/sign-in.ts';
import { App } from './pages/app.tsx';
import { SignInFailed } from './pages/sign-in-failed.tsx';
import { currentLanguage, LanguageProvider } from './parts/language.tsx';
import { applyTheme, currentTheme } from './parts/theme.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for its content.');
const root = createRoot(place);
const settings = signInSettings();
applyTheme(currentTheme());
document.documentElement.lang = currentLanguage();

try {
  const session = createSession(settings, await signIn(settings));
  root.render(
    <LanguageProvider>
      <App session={session} />
    </LanguageProvider>,
  );
} catch {
  root.render(
    <LanguageProvider>
      <SignInFailed onRetry={() => void leaveForIssuer(settings, '/')} />
    </LanguageProvider>,
  );
}
