/** Below this the keyboard of a phone is up, and the talk needs the room more than the clock does. */
const SHORT_PX = 480;

/**
 * Keeps the page as tall as what can be seen, so that a phone's keyboard pushes the input up and does not cover it.
 * Browsers that resize the page themselves are simply followed.
 */
export function keepAboveKeyboard() {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const fit = () => {
    if (viewport.scale > 1.01) return;
    document.documentElement.style.setProperty('--seen-height', `${Math.round(viewport.height)}px`);
    const isTyping = document.activeElement instanceof HTMLTextAreaElement;
    const isShort = isTyping && viewport.height < SHORT_PX;
    document.body.classList.toggle('short', isShort);
    if (isShort) window.scrollTo(0, 0);
  };
  viewport.addEventListener('resize', fit);
  addEventListener('focusin', fit);
  addEventListener('focusout', fit);
  fit();
}
