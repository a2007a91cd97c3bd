/** What does not hold in a pack: in which file, and of which record when it is one. */
export interface PackFault {
  seq: number | null
  file: string
  why: string
}

/** What is kept of a record that was read. */
export interface KnownRow {
  /** Hex */
  hash: string
  subject: string | null
}

/** So many faults are told one by one. */
const FAULTS_TOLD = 100

/** A pack while it is checked. */
export class PackCheck {
  readonly faults: PackFault[] = []
  fault_count = 0
  /** The packed rows by their number. */
  readonly rows = new Map<number, KnownRow>()

  fault(file: string, why: string, seq: number | null = null): void {
    this.fault_count += 1
    if (this.faults.length < FAULTS_TOLD) this.faults.push({ seq, file, why })
  }
}
