import type { DeclaredRoute } from './declared-routes.ts';

const fits = (url: string, path: readonly string[]): boolean => {
  const parts = url.split('/');
  return (
    parts.length === path.length &&
    parts.every((part, i) => (part.startsWith(':') ? path[i] !== '' : part === path[i]))
  );
};

/** `GET, HEAD, POST` for a path that some route has, else an empty text. */
export const methodsAt =
  (routes: readonly DeclaredRoute[]) =>
  (path: string): string => {
    const asked = path.split('/');
    const methods = routes.filter(({ url }) => fits(url, asked)).map(({ method }) => method);
    return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
      .sort()
      .join(', ');
  };
