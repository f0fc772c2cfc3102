import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { keysShown } from '../keys.ts';
import { type MenuItem, offered } from '../menu.ts';
import { place } from '../router.ts';
import { session, signOut } from '../session.ts';
import { countTodo, todoCount } from '../todo-count.ts';
import { countUnread, unreadCount } from '../inbox-count.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { FailuresNotice } from '../sign-in/failures-notice.tsx';
import { Announcements } from './announce.tsx';
import { KeyHelp } from './key-help.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { ReasonPanel } from './reason.tsx';

/** Pixels of the menu kept in sight before the current entry. */
const MENU_BEFORE = 64;

/** The frame of every page of somebody signed in: where one can go on the left, the page on the right. */
export function Shell({ children }: { children: ComponentChildren }) {
  const words = say(shellWords);
  const { path } = place.value;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    void countTodo();
    void countUnread();
  }, [path]);
  useEffect(() => {
    // On a phone the menu is one scrolling line: where we are is in sight.
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - MENU_BEFORE;
  }, [path]);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <aside class="side">
        <p class="brand">
          <b>{words.product}</b>
          <span>{session.value?.schoolName}</span>
        </p>
        <nav ref={nav} aria-label={words.navigation}>
          <ul>
            {offered().map((item) => (
              <Entry key={item.href} item={item} path={path} />
            ))}
          </ul>
        </nav>
        <Foot />
      </aside>
      <main id="main" tabIndex={-1}>
        <ReadOnlyNotice />
        <Announcements />
        <FailuresNotice />
        {children}
      </main>
      <ReasonPanel />
      {keysShown.value && <KeyHelp />}
    </div>
  );
}

/** Entries that say how much there is, and in which words. */
const COUNTED: Partial<
  Record<MenuItem['word'], { readonly of: Signal<number>; readonly word: 'waiting' | 'unread' }>
> = {
  todo: { of: todoCount, word: 'waiting' },
  inbox: { of: unreadCount, word: 'unread' },
};

function Entry({ item, path }: { item: MenuItem; path: string }) {
  const words = say(shellWords);
  const isHere = path === item.href || path.startsWith(`${item.href}/`);
  const counted = COUNTED[item.word];
  const count = counted?.of.value ?? 0;
  return (
    <li>
      <a href={item.href} aria-current={isHere ? 'page' : undefined} aria-keyshortcuts={`g ${item.letter}`}>
        {words[item.word]}
        {counted && count > 0 && (
          <span class="badge">
            <span aria-hidden="true">{count}</span>
            <span class="hidden-text">{words[counted.word](count)}</span>
          </span>
        )}
      </a>
    </li>
  );
}

function Foot() {
  const words = say(shellWords);
  const { name, staffNo, isDemo } = session.value ?? {};
  return (
    <div class="side-foot">
      {isDemo && (
        <p class="note" title={words.demoNote}>
          {words.demo}
        </p>
      )}
      <p class="who">
        {name ?? ''} <span class="note">{staffNo}</span>
        <br />
        <a href="/account">{words.account}</a>
      </p>
      <div class="side-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <button type="button" class="link keys-button" onClick={() => (keysShown.value = true)}>
          {words.keys}
        </button>
        <button type="button" class="link" onClick={() => void signOut()}>
          {words.signOut}
        </button>
      </div>
    </div>
  );
}
