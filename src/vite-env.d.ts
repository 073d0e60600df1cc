/// <reference types="vite/client" />
/// <reference types="unplugin-icons/types/preact" />

/** When this build was made, ISO instant: no clock is right that is before it. */
declare const __BUILT__: string
