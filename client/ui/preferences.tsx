import { chooseTheme, theme, THEMES } from '../theme.ts';
import { language, say, speak } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

export const LanguageSwitch = () => (
  <button
    type="button"
    class="link"
    lang={language.value === 'zh' ? 'en' : 'zh-CN'}
    onClick={() => speak(language.value === 'zh' ? 'en' : 'zh')}
  >
    {say(shellWords).otherLanguage}
  </button>
);

/** One button that goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const words = say(shellWords);
  const names = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark };
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  return (
    <button type="button" class="link" onClick={() => chooseTheme(next)}>
      {names[theme.value]}
    </button>
  );
}
