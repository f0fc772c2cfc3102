import './sign-in.css';
import type { ComponentChildren } from 'preact';
import { Announcements } from '../ui/announce.tsx';
import { Page } from '../ui/page.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/preferences.tsx';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { signInWords } from '../words/sign-in.ts';

/** The frame of the pages before sign-in. */
export function Entrance(given: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <div class="entrance">
      <header class="entrance-head">
        <p class="brand">
          <b>{say(shellWords).product}</b>
          <span>{say(signInWords).intro}</span>
        </p>
        <div class="actions">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" class="card">
        <Announcements />
        <Page title={given.title} lead={given.lead}>
          {given.children}
        </Page>
      </main>
    </div>
  );
}
