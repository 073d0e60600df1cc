/**
 * Inside the page: presses a key, and answers after how many milliseconds what is waited for was painted.
 *
 * @param key of these the one with just this text on it, where it is given
 * @param awaited where `words` are to stand, where they are given
 */
export function pressTill({ key, text, awaited, words = '' }) {
  const pressed = [...document.querySelectorAll(key)].find(
    (one) => text === undefined || one.textContent.trim() === text,
  )
  return new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(awaited)?.textContent.includes(words)) return
      seen.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
    })
    seen.observe(document, { childList: true, characterData: true, subtree: true })
    const began = performance.now()
    pressed.click()
  })
}
