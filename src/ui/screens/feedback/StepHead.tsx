import Check from '~icons/lucide/check'

/** The number of a step in a window; done, it is lit and has a ✓. */
export function StepHead({ n, done, title }: { n: number; done: boolean; title: string }) {
  return (
    <h2 class="step-head">
      <span class={done ? 'step-mark step-done' : 'step-mark'} aria-hidden="true">
        {done ? <Check class="icon" /> : n}
      </span>
      {title}
    </h2>
  )
}
