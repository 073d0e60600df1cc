import './sync-strip.css'
import Done from '~icons/lucide/circle-check'
import Chevron from '~icons/lucide/chevron-right'
import Fetching from '~icons/lucide/cloud-download'
import Sending from '~icons/lucide/cloud-upload'
import Kept from '~icons/lucide/square-check'
import Warning from '~icons/lucide/triangle-alert'
import NoSignal from '~icons/lucide/wifi-off'

export type SyncForm = 'waiting' | 'done' | 'sending' | 'fetching' | 'noSignal' | 'decide'

const FACES = {
  waiting: Kept,
  done: Done,
  sending: Sending,
  fetching: Fetching,
  noSignal: NoSignal,
  decide: Warning,
}

/** Whether it is kept and sent, and all is here, in six forms. It never turns, never stands in the way. */
export function SyncStrip(props: {
  form: SyncForm
  text: string
  strong: string
  opens: string
  onPress: () => void
}) {
  const Drawing = FACES[props.form]
  return (
    <button type="button" class={`strip strip-${props.form}`} onClick={props.onPress}>
      <Drawing class="icon" aria-hidden="true" />
      <span role="status">
        {props.text}・<b>{props.strong}</b>
      </span>
      <span class="spoken">{props.opens}</span>
      <Chevron class="icon strip-more" aria-hidden="true" />
    </button>
  )
}
