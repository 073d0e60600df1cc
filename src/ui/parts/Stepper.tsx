import './stepper.css'
import Minus from '~icons/lucide/minus'
import Plus from '~icons/lucide/plus'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Key } from './Key.tsx'

export interface StepperProps {
  label: string
  help?: string | undefined
  value: number
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  /** Behind the number, smaller: 层, 户. */
  unit?: string | undefined
  less: string
  more: string
}

/** − number ＋. Holding repeats but is never needed. */
export function Stepper({
  label,
  help,
  value,
  onChange,
  min = 0,
  max = 999,
  unit,
  less,
  more,
}: StepperProps) {
  const id = useId()
  const now = useRef(value)
  now.current = value
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => stop, [])

  const step = (by: number) => {
    const next = Math.min(max, Math.max(min, now.current + by))
    if (next !== now.current) onChange(next)
  }
  const hold = (by: number) => {
    const again = (wait: number) => {
      timer.current = setTimeout(() => {
        step(by)
        again(140)
      }, wait)
    }
    stop()
    again(500)
  }
  return (
    <div class="stepper" role="group" aria-labelledby={id}>
      <span id={id} class="field-label">
        {label}
      </span>
      <div class="stepper-row" onPointerUp={stop} onPointerCancel={stop} onPointerLeave={stop}>
        <span onPointerDown={() => hold(-1)}>
          <Key bare icon={Minus} label={less} onPress={() => step(-1)} />
        </span>
        <output class="stepper-value">
          {value}
          {unit && <span class="stepper-unit">{unit}</span>}
        </output>
        <span onPointerDown={() => hold(1)}>
          <Key bare icon={Plus} label={more} onPress={() => step(1)} />
        </span>
      </div>
      {help && <p class="caption">{help}</p>}
    </div>
  )
}
