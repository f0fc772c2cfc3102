import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { startKeys } from './keys.ts';
import { type Params, paramsOf } from './paths.ts';
import { arrivedAt, go, place, startRouter } from './router.ts';
import { type PageComponent, publicRoutes, type Route, routes } from './routes.ts';
import { isOnlyCadre, recallSession, session } from './session.ts';
import { startTheme } from './theme.ts';
import { Lost } from './ui/lost.tsx';
import { Page } from './ui/page.tsx';
import { Shell } from './ui/shell.tsx';
import { Empty, Loading } from './ui/states.tsx';
import { language, say } from './words/language.ts';
import { shellWords } from './words/shell.ts';

interface Arrival {
  readonly route: Route;
  readonly params: Params;
}

function arrivalAt(path: string, among: readonly Route[]): Arrival | null {
  for (const route of among) {
    const params = paramsOf(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

/** Shows a page once its file is there; until then the page before stays. */
function Shown({ arrival }: { arrival: Arrival }) {
  const [page, setPage] = useState<{ route: Route; Page: PageComponent; params: Params } | 'lost' | null>(
    null,
  );
  const { route, params } = arrival;
  useEffect(() => {
    let isLeft = false;
    route.load().then(
      (file) => !isLeft && setPage({ route, Page: file.default, params }),
      () => !isLeft && setPage('lost'),
    );
    return () => {
      isLeft = true;
    };
  }, [route]);
  useEffect(() => {
    if (page !== null && page !== 'lost' && page.route === route) arrivedAt.value = place.value.path;
  }, [page, params]);
  if (page === null) return <Loading />;
  if (page === 'lost') return <Lost />;
  const Current = page.Page;
  return <Current params={page.route === route ? params : page.params} />;
}

const Nowhere = () => (
  <Page title={say(shellWords).notFound}>
    <Empty title={say(shellWords).notFoundHint}>
      <p class="actions">
        <a class="button" href="/">
          {say(shellWords).home}
        </a>
      </p>
    </Empty>
  </Page>
);

/** `/` leads to what there is to do, a cadre without other duties to the own record. */
function Home() {
  useEffect(() => go(isOnlyCadre() ? '/my-record' : '/todo', { replace: true }), []);
  return <Loading />;
}

function App() {
  const { path } = place.value;
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  if (session.value === undefined) return <Loading />;
  if (session.value === null) {
    const [entrance] = publicRoutes;
    const open = arrivalAt(path, publicRoutes) ?? (entrance ? { route: entrance, params: {} } : null);
    return open && <Shown arrival={open} />;
  }
  // Nothing else works before a one-time password has been replaced and, for some, a second factor shown.
  const { mustChangePassword, mustSetSecondFactor } = session.value;
  const shown = mustChangePassword ? '/password' : mustSetSecondFactor ? '/second-factor' : path;
  if (shown === '/') return <Home />;
  const arrival = arrivalAt(shown, routes) ?? arrivalAt(shown, publicRoutes);
  return <Shell>{arrival === null ? <Nowhere /> : <Shown arrival={arrival} />}</Shell>;
}

startTheme();
startRouter();
startKeys();
void recallSession();
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
