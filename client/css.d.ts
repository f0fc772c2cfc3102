// A page's own style sheet is imported for its effect; Vite fetches it with the page.
declare module '*.css';
