import './clock.ts'
import './page.ts'
import '#domain/catalogue.ts'
import { afterEach } from 'vitest'
import { emptied } from './mounted.tsx'

afterEach(emptied)
