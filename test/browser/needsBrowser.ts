/**
 * The specs of `npm test`: their subject is the browser itself. The others move to test/screens and below; until then
 * `npm run proof` runs them all.
 */
export const NEEDS_BROWSER = [
  // Service worker, install, update.
  'platform',
  'update',
  'earlierReleases',
  // Storage: quota, eviction, a disk that does not open.
  'disk',
  'fullDisk',
  // Tabs and locks.
  'tabs',
  // The lock of a shared tablet.
  'lock',
  // Photos: camera and file picker.
  'photos',
  // Print and A4.
  'wall',
  // Focus, touch targets, 200 % text, contrast and axe for each screen.
  'everyScreen',
]
