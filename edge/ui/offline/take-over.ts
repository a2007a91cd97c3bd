/** What the screen tells a waiting service worker when nobody works: the newer screen may begin. */
export const TAKE_OVER = 'take over'
