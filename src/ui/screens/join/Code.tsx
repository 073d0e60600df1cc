import './code.css'
import { spokenCode } from '#domain/invitation.ts'

/** Eight characters large enough to be copied by hand; read out letter by letter. */
export function Code({ code, label }: { code: string; label: string }) {
  return (
    <p class="big-code">
      <span class="caption">{label}</span>
      <b aria-label={Array.from(code).join(' ')}>{spokenCode(code)}</b>
    </p>
  )
}
