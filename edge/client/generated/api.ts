import { appFetch } from '../fetch.ts';
export const AliveValue = {
  status: 'ok',
} as const;
export type Alive = typeof AliveValue;

export type ReadyTroublesItem = {
  code: string;
  detail: string;
};

export type ReadyWarningsItem = {
  code: string;
  detail: string;
};

export interface Ready {
  ready: boolean;
  /** What keeps the appliance from taking work. */
  troubles: ReadyTroublesItem[];
  /** What somebody has to see to, while the appliance works. */
  warnings: ReadyWarningsItem[];
}

export interface Pong {
  site: string;
  site_name: string;
  version: string;
  server_time: string;
}

export interface MinClient {
  /** Release of the appliance. */
  version: string;
  /** Oldest release of the screen that may go on; 0.0.0: any. */
  min_client: string;
  /** True: the screen registers no service worker, and ends the one it has. */
  kill_switch: boolean;
}

export type ProblemCode = typeof ProblemCode[keyof typeof ProblemCode];


export const ProblemCode = {
  internal: 'internal',
  body_invalid: 'body_invalid',
  body_malformed: 'body_malformed',
  body_too_large: 'body_too_large',
  request_malformed: 'request_malformed',
  request_timed_out: 'request_timed_out',
  headers_too_large: 'headers_too_large',
  media_type_unsupported: 'media_type_unsupported',
  method_not_allowed: 'method_not_allowed',
  not_found: 'not_found',
  unauthenticated: 'unauthenticated',
  credentials_wrong: 'credentials_wrong',
  token_invalid: 'token_invalid',
  token_expired: 'token_expired',
  role_insufficient: 'role_insufficient',
  account_locked: 'account_locked',
  rate_limited: 'rate_limited',
  version_unsupported: 'version_unsupported',
  idempotency_mismatch: 'idempotency_mismatch',
  command_parked: 'command_parked',
  not_ready: 'not_ready',
  storage_full: 'storage_full',
  storage_failed: 'storage_failed',
  store_unfit: 'store_unfit',
  writer_overloaded: 'writer_overloaded',
  lot_code_taken: 'lot_code_taken',
  lot_not_found: 'lot_not_found',
  quantity_invalid: 'quantity_invalid',
  weight_missing: 'weight_missing',
  weight_ambiguous: 'weight_ambiguous',
  scale_not_found: 'scale_not_found',
  scale_silent: 'scale_silent',
  scale_unstable: 'scale_unstable',
  scale_refused: 'scale_refused',
  device_not_found: 'device_not_found',
  record_not_found: 'record_not_found',
  state_wrong: 'state_wrong',
  lot_held: 'lot_held',
  lot_unusable: 'lot_unusable',
  lot_expired: 'lot_expired',
  gate_missing: 'gate_missing',
  stock_insufficient: 'stock_insufficient',
  quantity_count_missing: 'quantity_count_missing',
  lot_in_use: 'lot_in_use',
  genealogy_cycle: 'genealogy_cycle',
  location_unfit: 'location_unfit',
  lane_order: 'lane_order',
  reason_missing: 'reason_missing',
  allergen_conflict: 'allergen_conflict',
  place_ambiguous: 'place_ambiguous',
  lots_unlike: 'lots_unlike',
  sscc_invalid: 'sscc_invalid',
  sscc_taken: 'sscc_taken',
  sscc_block_missing: 'sscc_block_missing',
  sscc_block_used_up: 'sscc_block_used_up',
  sscc_block_invalid: 'sscc_block_invalid',
  supplier_unapproved: 'supplier_unapproved',
  party_unfit: 'party_unfit',
  kde_missing: 'kde_missing',
  shipment_blocked: 'shipment_blocked',
  gtin_invalid: 'gtin_invalid',
  location_circle: 'location_circle',
  limits_invalid: 'limits_invalid',
  recipe_invalid: 'recipe_invalid',
  plan_invalid: 'plan_invalid',
  monitor_invalid: 'monitor_invalid',
  run_code_taken: 'run_code_taken',
  run_empty: 'run_empty',
  recipe_mismatch: 'recipe_mismatch',
  recipe_exceeded: 'recipe_exceeded',
  balance_unexplained: 'balance_unexplained',
  gate_unknown: 'gate_unknown',
  gate_out_of_order: 'gate_out_of_order',
  gate_passed_already: 'gate_passed_already',
  gate_failed_already: 'gate_failed_already',
  gate_unwaivable: 'gate_unwaivable',
  value_invalid: 'value_invalid',
  value_missing: 'value_missing',
  value_out_of_limit: 'value_out_of_limit',
  instrument_unfit: 'instrument_unfit',
  calibration_overdue: 'calibration_overdue',
  deviation_unsafe: 'deviation_unsafe',
  record_changed: 'record_changed',
  recall_empty: 'recall_empty',
  lot_not_recalled: 'lot_not_recalled',
  recall_unnotified: 'recall_unnotified',
  recall_unexplained: 'recall_unexplained',
  attachment_invalid: 'attachment_invalid',
  attachment_not_found: 'attachment_not_found',
  subject_unknown: 'subject_unknown',
  record_too_long: 'record_too_long',
  printer_busy: 'printer_busy',
  epcis_invalid: 'epcis_invalid',
  epcis_event_known: 'epcis_event_known',
  epcis_event_not_found: 'epcis_event_not_found',
  epcis_capture_not_found: 'epcis_capture_not_found',
  label_incomplete: 'label_incomplete',
  label_too_small: 'label_too_small',
  label_printed: 'label_printed',
  reprint_reason_missing: 'reprint_reason_missing',
  reprint_invalid: 'reprint_invalid',
  print_queue_full: 'print_queue_full',
  scan_unknown: 'scan_unknown',
  trace_too_large: 'trace_too_large',
  lot_ambiguous: 'lot_ambiguous',
  read_busy: 'read_busy',
  read_timed_out: 'read_timed_out',
  pack_too_large: 'pack_too_large',
  pack_not_made: 'pack_not_made',
  pack_cancelled: 'pack_cancelled',
  pack_gone: 'pack_gone',
  packs_busy: 'packs_busy',
  signature_missing: 'signature_missing',
  signature_refused: 'signature_refused',
  second_person_missing: 'second_person_missing',
  training_missing: 'training_missing',
  policy_unacknowledged: 'policy_unacknowledged',
  person_not_found: 'person_not_found',
  name_taken: 'name_taken',
  admin_last: 'admin_last',
  badge_taken: 'badge_taken',
  secret_weak: 'secret_weak',
  secret_change_needed: 'secret_change_needed',
  step_up_needed: 'step_up_needed',
  tablet_unknown: 'tablet_unknown',
  tablet_revoked: 'tablet_revoked',
  invitation_wrong: 'invitation_wrong',
  tablet_signature_wrong: 'tablet_signature_wrong',
  tablet_command_invalid: 'tablet_command_invalid',
  command_online_only: 'command_online_only',
  weight_late: 'weight_late',
  command_outdated: 'command_outdated',
  person_disabled: 'person_disabled',
  undo_too_late: 'undo_too_late',
  undo_not_yours: 'undo_not_yours',
  handover_for_another: 'handover_for_another',
  tls_required: 'tls_required',
  certificate_unfit: 'certificate_unfit',
  device_unknown: 'device_unknown',
  topic_forbidden: 'topic_forbidden',
  packet_too_large: 'packet_too_large',
  payload_undecodable: 'payload_undecodable',
  config_invalid: 'config_invalid',
  port_taken: 'port_taken',
  port_missing: 'port_missing',
  port_denied: 'port_denied',
  comm_timeout: 'comm_timeout',
  comm_lost: 'comm_lost',
  idle_unsaid: 'idle_unsaid',
  capture_invalid: 'capture_invalid',
  device_unreplayable: 'device_unreplayable',
  trace_filter_empty: 'trace_filter_empty',
  trace_file_missing: 'trace_file_missing',
  export_too_large: 'export_too_large',
  kde_not_of_record: 'kde_not_of_record',
  time_zone_unknown: 'time_zone_unknown',
  process_failed: 'process_failed',
  runtime_missing: 'runtime_missing',
  platform_unsupported: 'platform_unsupported',
  demo_running: 'demo_running',
  files_in_use: 'files_in_use',
  files_present: 'files_present',
  queue_file_invalid: 'queue_file_invalid',
  queue_passphrase_wrong: 'queue_passphrase_wrong',
  peer_unreachable: 'peer_unreachable',
  cloud_unreachable: 'cloud_unreachable',
  box_unknown: 'box_unknown',
  box_revoked: 'box_revoked',
  site_mismatch: 'site_mismatch',
  digest_mismatch: 'digest_mismatch',
  token_replayed: 'token_replayed',
  claim_invalid: 'claim_invalid',
  batch_invalid: 'batch_invalid',
  ledger_gap: 'ledger_gap',
  ledger_fork: 'ledger_fork',
  chain_broken: 'chain_broken',
  checkpoint_invalid: 'checkpoint_invalid',
  ledger_corrupt: 'ledger_corrupt',
  restore_impossible: 'restore_impossible',
} as const;

export type ProblemErrorsItem = {
  field: string;
  message: string;
};

export interface Problem {
  /** Address of the page that explains the code. */
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  hint: string;
  errors?: ProblemErrorsItem[];
  required_roles?: string[];
  head?: unknown;
  [key: string]: unknown;
 }

export type Role = typeof Role[keyof typeof Role];


export const Role = {
  ADMIN: 'ADMIN',
  MANAGER: 'MANAGER',
  AUDITOR: 'AUDITOR',
  OPERATOR: 'OPERATOR',
  VIEWER: 'VIEWER',
} as const;

export interface Person {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /** @maxLength 80 */
  display_name: string;
  role: Role;
}

export interface People {
  people: Person[];
}

export interface Session {
  access_token: string;
  expires_in_s: number;
  person: Person;
  /** Somebody else set the secret: nothing works before it was changed. */
  must_change?: boolean;
}

export interface FloorLogin {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /** @pattern ^[0-9A-Za-z-]{4,64}$ */
  badge?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  station?: string;
}

export interface Elevation {
  access_token: string;
  expires_in_s: number;
}

export interface StepUp {
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
}

export type BadgeState = typeof BadgeState[keyof typeof BadgeState];


export const BadgeState = {
  ACTIVE: 'ACTIVE',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
} as const;

export interface Badge {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  badge_id: string;
  state: BadgeState;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  assigned_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

export interface TrainingState {
  valid: string[];
  expired: string[];
  next_expiry: string | null;
}

export type UserStatus = typeof UserStatus[keyof typeof UserStatus];


export const UserStatus = {
  active: 'active',
  disabled: 'disabled',
} as const;

export interface User {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  person_id: string;
  name: string | null;
  display_name: string | null;
  role: Role;
  status: UserStatus;
  created_at: string | null;
  signed_in_at: string | null;
  secret_changed_at: string | null;
  /** The secret was set by somebody else. */
  must_change: boolean;
  /** Active, and not used for 90 days. */
  stale: boolean;
  policy_acknowledged: boolean;
  badges: Badge[];
  trainings: TrainingState;
}

export interface Users {
  users: User[];
}

export interface Training {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  training_id: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  person_id: string;
  /** @maxLength 80 */
  procedure: string;
  /** @maxLength 20 */
  procedure_version: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  trained_on: string;
  expires_on: string | null;
  trainer: string | null;
}

export interface Trainings {
  trainings: Training[];
}

export interface NewUser {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  display_name: string;
  role: Role;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface UserChange {
  /**
     * @minLength 1
     * @maxLength 80
     */
  display_name?: string;
  role?: Role;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface UserReason {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface SecretReset {
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface BadgeAssignment {
  /** @pattern ^[0-9A-Za-z-]{4,64}$ */
  badge_no: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  expires_at?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface SessionView {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  session_id: string;
  station: string | null;
  address: string | null;
  started_at: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  expires_at: string;
  /** The session that asks. */
  current: boolean;
}

export interface Sessions {
  sessions: SessionView[];
}

export interface SecretChange {
  /**
     * @minLength 4
     * @maxLength 128
     */
  old_secret: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
}

export type Meaning = typeof Meaning[keyof typeof Meaning];


export const Meaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type SignatureSignsItem = {
  /** @minimum 1 */
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  /** @maxLength 100 */
  subject: string;
};

export interface Signature {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  signature_id: string;
  seq: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  signer_id: string;
  printed_name: string | null;
  signed_at: string;
  meaning: Meaning;
  signs: SignatureSignsItem[];
  /** Every signed row is there with that hash, and none was corrected since. */
  valid: boolean;
  problem: string | null;
}

export interface Signatures {
  signatures: Signature[];
}

export type LotType = typeof LotType[keyof typeof LotType];


export const LotType = {
  RAW: 'RAW',
  WIP: 'WIP',
  FG: 'FG',
  REWORK: 'REWORK',
  PACKAGING: 'PACKAGING',
} as const;

/**
 * @pattern ^-?\d{1,12}(\.\d{1,9})?$
 */
export type Decimal = string;

export type Unit = typeof Unit[keyof typeof Unit];


export const Unit = {
  NUMBER_1: '1',
  kg: 'kg',
  g: 'g',
  mg: 'mg',
  t: 't',
  '[lb_av]': '[lb_av]',
  '[oz_av]': '[oz_av]',
  L: 'L',
  mL: 'mL',
  Cel: 'Cel',
  '[degF]': '[degF]',
  '%': '%',
  '[ppm]': '[ppm]',
  V: 'V',
  mV: 'mV',
  A: 'A',
  mA: 'mA',
  W: 'W',
  kW: 'kW',
  Wh: 'W.h',
  kWh: 'kW.h',
  MWh: 'MW.h',
  Hz: 'Hz',
  '/min': '/min',
  '[pH]': '[pH]',
  Pa: 'Pa',
  mbar: 'mbar',
  kPa: 'kPa',
  bar: 'bar',
  'uS/cm': 'uS/cm',
  'mS/cm': 'mS/cm',
  'mg/L': 'mg/L',
  'L/h': 'L/h',
  'L/min': 'L/min',
  'm3/h': 'm3/h',
  s: 's',
  min: 'min',
  h: 'h',
} as const;

export type Quality = typeof Quality[keyof typeof Quality];


export const Quality = {
  good: 'good',
  uncertain: 'uncertain',
  bad: 'bad',
} as const;

export type Reason = typeof Reason[keyof typeof Reason];


export const Reason = {
  ok: 'ok',
  ok_stable: 'ok_stable',
  ok_manual_confirmed: 'ok_manual_confirmed',
  unstable: 'unstable',
  retained: 'retained',
  historical: 'historical',
  clock_suspect: 'clock_suspect',
  calibration_overdue: 'calibration_overdue',
  high_res: 'high_res',
  bus_resync: 'bus_resync',
  range_warning: 'range_warning',
  rate_of_change: 'rate_of_change',
  unverified_profile: 'unverified_profile',
  comm_timeout: 'comm_timeout',
  comm_lost: 'comm_lost',
  crc_error: 'crc_error',
  device_exception: 'device_exception',
  sensor_fault: 'sensor_fault',
  overload: 'overload',
  underload: 'underload',
  zero_error: 'zero_error',
  not_zeroed: 'not_zeroed',
  busy: 'busy',
  config_error: 'config_error',
  no_value: 'no_value',
  out_of_physical_range: 'out_of_physical_range',
  unit_mismatch: 'unit_mismatch',
} as const;

export type MeasurementWeightBasis = typeof MeasurementWeightBasis[keyof typeof MeasurementWeightBasis];


export const MeasurementWeightBasis = {
  gross: 'gross',
  net: 'net',
  tare: 'tare',
  unknown: 'unknown',
} as const;

export type MeasurementWeight = {
  stable: boolean | null;
  basis: MeasurementWeightBasis;
  at_zero?: boolean;
  high_res?: boolean;
  tare?: Decimal;
  /** @maxLength 40 */
  alibi_id?: string;
};

export interface Measurement {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  value: Decimal | null;
  unit: Unit | null;
  quality: Quality;
  reason: Reason;
  weight?: MeasurementWeight;
  /**
     * The frame as received, hex.
     * @pattern ^([0-9a-f]{2}){0,512}$
     */
  raw?: string;
}

export type LotStatus = typeof LotStatus[keyof typeof LotStatus];


export const LotStatus = {
  PENDING_QC: 'PENDING_QC',
  AVAILABLE: 'AVAILABLE',
  HOLD: 'HOLD',
  REJECTED: 'REJECTED',
  REWORK_ONLY: 'REWORK_ONLY',
  EXPIRED: 'EXPIRED',
  RECALLED: 'RECALLED',
  DESTROYED: 'DESTROYED',
  RETURNED: 'RETURNED',
  DIVERTED: 'DIVERTED',
  VOIDED: 'VOIDED',
} as const;

export type LotWeight = {
  method: 'captured';
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id: string;
  reading_seq: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  measured_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at: string;
  measurement: Measurement;
} | {
  method: 'manual';
  manual_reason: string | null;
} | {
  method: 'derived';
};

export type LotRegisteredByKind = typeof LotRegisteredByKind[keyof typeof LotRegisteredByKind];


export const LotRegisteredByKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type LotRegisteredByAuth = typeof LotRegisteredByAuth[keyof typeof LotRegisteredByAuth];


export const LotRegisteredByAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type LotRegisteredBy = {
  kind: LotRegisteredByKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: LotRegisteredByAuth;
};

export type LotOrigin = typeof LotOrigin[keyof typeof LotOrigin];


export const LotOrigin = {
  registered: 'registered',
  received: 'received',
  produced: 'produced',
  split: 'split',
  merged: 'merged',
  reworked: 'reworked',
} as const;

export type LotAllergensItem = typeof LotAllergensItem[keyof typeof LotAllergensItem];


export const LotAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type LotStockItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  hu_id: string | null;
  weight_mg: number;
  count: number | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  since: string;
};

export interface Lot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  lot_code: string;
  lot_type: LotType;
  product: string | null;
  weight_kg: Decimal;
  weight_mg: number;
  weight: LotWeight;
  temperature_c: Decimal | null;
  supplier: string | null;
  supplier_lot_code: string | null;
  line: string | null;
  notes: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  registered_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  registered_by: LotRegisteredBy;
  /** Number of its ledger event. */
  seq: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  code_conflict: boolean;
  status: LotStatus;
  open_holds: number;
  /** Gates of its plan that have passed, in their order. */
  gate_passed: number;
  gate_next: number | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  plan_version: number;
  origin: LotOrigin;
  item_id: string | null;
  supplier_id: string | null;
  supplier_tlc_source: string | null;
  count: number | null;
  produced_on: string | null;
  best_before: string | null;
  expires_on: string | null;
  /** @maxItems 15 */
  allergens: LotAllergensItem[];
  run_id: string | null;
  receipt_id: string | null;
  on_hand_kg: Decimal;
  on_hand_mg: number;
  stock: LotStockItem[];
}

export interface LotPage {
  lots: Lot[];
  next: string | null;
}

export type DefinedItemAllergensItem = typeof DefinedItemAllergensItem[keyof typeof DefinedItemAllergensItem];


export const DefinedItemAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type DefinedItemFtlCategory = typeof DefinedItemFtlCategory[keyof typeof DefinedItemFtlCategory];


export const DefinedItemFtlCategory = {
  CHEESE_PAST_FRESH_SOFT: 'CHEESE_PAST_FRESH_SOFT',
  CHEESE_PAST_SOFT_RIPENED_SEMI_SOFT: 'CHEESE_PAST_SOFT_RIPENED_SEMI_SOFT',
  CHEESE_UNPAST_NOT_HARD: 'CHEESE_UNPAST_NOT_HARD',
  SHELL_EGGS: 'SHELL_EGGS',
  NUT_BUTTERS: 'NUT_BUTTERS',
  CUCUMBERS_FRESH: 'CUCUMBERS_FRESH',
  HERBS_FRESH: 'HERBS_FRESH',
  LEAFY_GREENS: 'LEAFY_GREENS',
  LEAFY_GREENS_FRESH_CUT: 'LEAFY_GREENS_FRESH_CUT',
  MELONS_FRESH: 'MELONS_FRESH',
  PEPPERS_FRESH: 'PEPPERS_FRESH',
  SPROUTS: 'SPROUTS',
  TOMATOES_FRESH: 'TOMATOES_FRESH',
  TROPICAL_TREE_FRUITS_FRESH: 'TROPICAL_TREE_FRUITS_FRESH',
  FRUITS_FRESH_CUT: 'FRUITS_FRESH_CUT',
  VEGETABLES_FRESH_CUT_NOT_LEAFY: 'VEGETABLES_FRESH_CUT_NOT_LEAFY',
  FINFISH_HISTAMINE: 'FINFISH_HISTAMINE',
  FINFISH_CIGUATOXIN: 'FINFISH_CIGUATOXIN',
  FINFISH_OTHER: 'FINFISH_OTHER',
  FINFISH_SMOKED: 'FINFISH_SMOKED',
  CRUSTACEANS: 'CRUSTACEANS',
  MOLLUSCAN_BIVALVES: 'MOLLUSCAN_BIVALVES',
  RTE_DELI_SALADS_REFRIGERATED: 'RTE_DELI_SALADS_REFRIGERATED',
} as const;

export type DefinedItemStorage = typeof DefinedItemStorage[keyof typeof DefinedItemStorage];


export const DefinedItemStorage = {
  ambient: 'ambient',
  chilled: 'chilled',
  frozen: 'frozen',
} as const;

export interface DefinedItem {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  lot_type: LotType;
  /** @pattern ^\d{14}$ */
  gtin?: string;
  catch_weight?: boolean;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  nominal_weight_kg?: string;
  /**
     * @minimum 1
     * @maximum 3650
     */
  shelf_life_days?: number;
  /** @maxItems 15 */
  allergens?: DefinedItemAllergensItem[];
  ftl_category?: DefinedItemFtlCategory;
  /** @maxLength 200 */
  fsma_exemption?: string;
  storage?: DefinedItemStorage;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id?: string;
  active?: boolean;
  version: number;
}

export interface DefinedItemPage {
  records: DefinedItem[];
  next: string | null;
}

export type DefinedPartyKindsItem = typeof DefinedPartyKindsItem[keyof typeof DefinedPartyKindsItem];


export const DefinedPartyKindsItem = {
  supplier: 'supplier',
  customer: 'customer',
  carrier: 'carrier',
} as const;

export interface DefinedParty {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  party_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /**
     * @minItems 1
     * @maxItems 3
     */
  kinds: DefinedPartyKindsItem[];
  /** A supplier is approved; goods of another one are not received. */
  approved?: boolean;
  /** @pattern ^\d{13}$ */
  gln?: string;
  /** @maxLength 40 */
  phone?: string;
  /** @maxLength 120 */
  street?: string;
  /** @maxLength 80 */
  city?: string;
  /** @maxLength 80 */
  region?: string;
  /** @maxLength 20 */
  postal_code?: string;
  /** @pattern ^[A-Z]{2}$ */
  country?: string;
  active?: boolean;
  version: number;
}

export interface DefinedPartyPage {
  records: DefinedParty[];
  next: string | null;
}

export interface Address {
  /**
     * @minLength 1
     * @maxLength 120
     */
  business: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  street: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  city: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  region: string;
  /**
     * @minLength 1
     * @maxLength 20
     */
  postal_code: string;
  /** @pattern ^[A-Z]{2}$ */
  country: string;
  /** @pattern ^\d{13}$ */
  gln?: string;
}

export type DefinedLocationKind = typeof DefinedLocationKind[keyof typeof DefinedLocationKind];


export const DefinedLocationKind = {
  dock: 'dock',
  storage: 'storage',
  lane: 'lane',
  line: 'line',
  quarantine: 'quarantine',
  rework: 'rework',
  waste: 'waste',
  dispatch: 'dispatch',
} as const;

export type DefinedLocationDiscipline = typeof DefinedLocationDiscipline[keyof typeof DefinedLocationDiscipline];


export const DefinedLocationDiscipline = {
  fifo: 'fifo',
  fefo: 'fefo',
} as const;

export interface DefinedLocation {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  kind: DefinedLocationKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parent_id?: string;
  /** @pattern ^\d{1,9}(\.\d{1,6})?$ */
  capacity_kg?: string;
  /**
     * @minimum 1
     * @maximum 100000
     */
  capacity_lots?: number;
  discipline?: DefinedLocationDiscipline;
  low_c?: Decimal;
  high_c?: Decimal;
  allow_held?: boolean;
  active?: boolean;
  address?: Address;
  version: number;
}

export interface DefinedLocationPage {
  records: DefinedLocation[];
  next: string | null;
}

export type DefinedInstrumentKind = typeof DefinedInstrumentKind[keyof typeof DefinedInstrumentKind];


export const DefinedInstrumentKind = {
  scale: 'scale',
  thermometer: 'thermometer',
  metal_detector: 'metal_detector',
  x_ray: 'x_ray',
  atp_meter: 'atp_meter',
  ph_meter: 'ph_meter',
  oxygen_meter: 'oxygen_meter',
  other: 'other',
} as const;

export interface DefinedInstrument {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  instrument_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  kind: DefinedInstrumentKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minimum 1
     * @maximum 3650
     */
  calibration_days?: number;
  in_service?: boolean;
  version: number;
}

export interface DefinedInstrumentPage {
  records: DefinedInstrument[];
  next: string | null;
}

export type ConfiguredSiteRecallGoal = {
  /**
     * @minimum 1
     * @maximum 100000
     */
  minutes_max: number;
  accounted_min_pct: Decimal;
  accounted_max_pct: Decimal;
};

export type ConfiguredSiteSsccBlock = {
  /** @pattern ^\d{4,12}$ */
  company_prefix: string;
  /**
     * @minimum 0
     * @maximum 9
     */
  extension: number;
  /** @minimum 0 */
  first: number;
  /** @minimum 0 */
  last: number;
};

export interface ConfiguredSite {
  strict_signature: boolean;
  dual_control: boolean;
  training_required: boolean;
  /**
     * @minimum 1
     * @maximum 60
     */
  review_days: number;
  /**
     * @minItems 1
     * @maxItems 7
     * @items.minimum 1
     * @items.maximum 7
     */
  working_days: number[];
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  tolerance_pct: string;
  hold_descendants: boolean;
  recall_goal?: ConfiguredSiteRecallGoal;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  /** @pattern ^\d{13}$ */
  gln?: string;
  sscc_block?: ConfiguredSiteSsccBlock;
  version: number;
}

export type RecipeVersionInputsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  min_kg?: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  target_kg: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  max_kg?: string;
};

export type RecipeVersionState = typeof RecipeVersionState[keyof typeof RecipeVersionState];


export const RecipeVersionState = {
  DRAFT: 'DRAFT',
  APPROVED: 'APPROVED',
} as const;

export interface RecipeVersion {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  recipe_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  batch_kg: string;
  /**
     * @minItems 1
     * @maxItems 100
     */
  inputs: RecipeVersionInputsItem[];
  /**
     * @maxItems 20
     * @items.pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
     */
  by_products?: string[];
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  yield_min_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  yield_max_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  tolerance_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  rework_max_pct?: string;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  steps?: string[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id?: string;
  version: number;
  state: RecipeVersionState;
  drafted_at: string | null;
  drafted_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
}

export interface RecipeVersionPage {
  records: RecipeVersion[];
  next: string | null;
}

export interface RecipeVersions {
  current: number | null;
  versions: RecipeVersion[];
}

export type QcPlanVersionGatesItemChecksItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parameter: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  title: string;
  /** @maxLength 20 */
  unit?: string;
  low?: Decimal;
  high?: Decimal;
  required?: boolean;
  /** @maxLength 40 */
  instrument_kind?: string;
};

export type QcPlanVersionGatesItem = {
  /**
     * @minimum 1
     * @maximum 20
     */
  gate_no: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  gate_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  ccp: boolean;
  /** @maxLength 60 */
  control: string;
  /** @maxItems 40 */
  checks: QcPlanVersionGatesItemChecksItem[];
  before_consume: LotType[];
  before_ship: LotType[];
  signed: boolean;
  /** @maxLength 120 */
  frequency?: string;
  /** @maxLength 200 */
  reaction: string;
  /** @maxLength 120 */
  citation?: string;
};

export type QcPlanVersionState = typeof QcPlanVersionState[keyof typeof QcPlanVersionState];


export const QcPlanVersionState = {
  DRAFT: 'DRAFT',
  APPROVED: 'APPROVED',
} as const;

export interface QcPlanVersion {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /**
     * @minItems 1
     * @maxItems 20
     */
  gates: QcPlanVersionGatesItem[];
  version: number;
  state: QcPlanVersionState;
  drafted_at: string | null;
  drafted_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
}

export interface QcPlanVersionPage {
  records: QcPlanVersion[];
  next: string | null;
}

export interface QcPlanVersions {
  current: number | null;
  versions: QcPlanVersion[];
}

export type MonitorVersionState = typeof MonitorVersionState[keyof typeof MonitorVersionState];


export const MonitorVersionState = {
  DRAFT: 'DRAFT',
  APPROVED: 'APPROVED',
} as const;

export interface MonitorVersion {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  monitor_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  unit: Unit;
  low?: Decimal;
  high?: Decimal;
  /**
     * @minimum 0
     * @maximum 86400
     */
  duration_s: number;
  hysteresis?: Decimal;
  /**
     * @minimum 1
     * @maximum 86400
     */
  missing_s: number;
  ccp: boolean;
  active?: boolean;
  version: number;
  state: MonitorVersionState;
  drafted_at: string | null;
  drafted_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
}

export interface MonitorVersionPage {
  records: MonitorVersion[];
  next: string | null;
}

export interface MonitorVersions {
  current: number | null;
  versions: MonitorVersion[];
}

export type RunState = typeof RunState[keyof typeof RunState];


export const RunState = {
  DRAFT: 'DRAFT',
  RELEASED: 'RELEASED',
  PRE_OP: 'PRE_OP',
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  COMPLETED: 'COMPLETED',
  RECONCILED: 'RECONCILED',
  REVIEWED: 'REVIEWED',
  CLOSED: 'CLOSED',
  ABORTED: 'ABORTED',
  VOIDED: 'VOIDED',
} as const;

export interface Quantity {
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
}

export interface RunBalance {
  /** Input less everything that came out; below zero: more came out. */
  unexplained_mg: number;
  tolerance_mg: number;
  /** What is unexplained is within the tolerance. */
  closes: boolean;
  yield_pct: string | null;
  yield_expected: boolean | null;
}

export type RunAllergensItem = typeof RunAllergensItem[keyof typeof RunAllergensItem];


export const RunAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type RunTotals = {
  input_mg: number;
  good_mg: number;
  by_product_mg: number;
  rework_mg: number;
  waste_mg: number;
  sample_mg: number;
  process_loss_mg: number;
};

export interface Run {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  run_code: string;
  state: RunState;
  recipe_id: string | null;
  recipe_version: number | null;
  item_id: string | null;
  product: string | null;
  line: string;
  shift: string | null;
  planned_start: string | null;
  planned: Quantity | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  plan_version: number;
  declared_allergens: ('milk' | 'egg' | 'fish' | 'crustacean' | 'tree_nut' | 'peanut' | 'wheat' | 'soy' | 'sesame' | 'gluten' | 'celery' | 'mustard' | 'lupin' | 'mollusc' | 'sulphite')[] | null;
  tolerance_pct: string;
  notes: string | null;
  /** Gates of its plan that have passed, in their order. */
  gate_passed: number;
  /** What is consumed after an output begins the next stage. */
  stage: number;
  /** @maxItems 15 */
  allergens: RunAllergensItem[];
  totals: RunTotals;
  balance: RunBalance;
  explanation: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  planned_at: string;
  released_at: string | null;
  prepared_at: string | null;
  started_at: string | null;
  paused_at: string | null;
  resumed_at: string | null;
  completed_at: string | null;
  reconciled_at: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
  closed_at: string | null;
  aborted_at: string | null;
  voided_at: string | null;
  last_reason: string | null;
}

export interface RunPage {
  records: Run[];
  next: string | null;
}

export interface RunInput {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  item_id: string | null;
  stage: number;
  weight_mg: number;
  count: number | null;
  /** Number of its ledger event. */
  seq: number;
}

export interface RunReturn {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  weight_mg: number;
  count: number | null;
}

export interface RunOutput {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  item_id: string | null;
  stage: number;
  weight_mg: number;
  count: number | null;
  /** Number of its ledger event. */
  seq: number;
  /** To be worked again. */
  rework: boolean;
}

export type RunWholeAllergensItem = typeof RunWholeAllergensItem[keyof typeof RunWholeAllergensItem];


export const RunWholeAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type RunWholeTotals = {
  input_mg: number;
  good_mg: number;
  by_product_mg: number;
  rework_mg: number;
  waste_mg: number;
  sample_mg: number;
  process_loss_mg: number;
};

export interface RunWhole {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  run_code: string;
  state: RunState;
  recipe_id: string | null;
  recipe_version: number | null;
  item_id: string | null;
  product: string | null;
  line: string;
  shift: string | null;
  planned_start: string | null;
  planned: Quantity | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  plan_version: number;
  declared_allergens: ('milk' | 'egg' | 'fish' | 'crustacean' | 'tree_nut' | 'peanut' | 'wheat' | 'soy' | 'sesame' | 'gluten' | 'celery' | 'mustard' | 'lupin' | 'mollusc' | 'sulphite')[] | null;
  tolerance_pct: string;
  notes: string | null;
  /** Gates of its plan that have passed, in their order. */
  gate_passed: number;
  /** What is consumed after an output begins the next stage. */
  stage: number;
  /** @maxItems 15 */
  allergens: RunWholeAllergensItem[];
  totals: RunWholeTotals;
  balance: RunBalance;
  explanation: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  planned_at: string;
  released_at: string | null;
  prepared_at: string | null;
  started_at: string | null;
  paused_at: string | null;
  resumed_at: string | null;
  completed_at: string | null;
  reconciled_at: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
  closed_at: string | null;
  aborted_at: string | null;
  voided_at: string | null;
  last_reason: string | null;
  inputs: RunInput[];
  returns: RunReturn[];
  outputs: RunOutput[];
}

export interface StandingLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  item_id: string | null;
  status: LotStatus;
  expires_on: string | null;
  hu_id: string | null;
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  since: string;
  /** Seconds since it came here. */
  age_s: number;
}

export type LocationStockDiscipline = typeof LocationStockDiscipline[keyof typeof LocationStockDiscipline] | null;


export const LocationStockDiscipline = {
  fifo: 'fifo',
  fefo: 'fefo',
} as const;

export interface LocationStock {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  title: string;
  discipline: LocationStockDiscipline;
  capacity_kg: string | null;
  capacity_lots: number | null;
  weight_kg: Decimal;
  weight_mg: number;
  lot_count: number;
  lots: StandingLot[];
}

export type LinkKind = typeof LinkKind[keyof typeof LinkKind];


export const LinkKind = {
  TRANSFORM: 'TRANSFORM',
  SPLIT: 'SPLIT',
  MERGE: 'MERGE',
  REWORK: 'REWORK',
  REPACK: 'REPACK',
  RELABEL: 'RELABEL',
} as const;

export interface LinkedLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  kind: LinkKind;
  run_id: string | null;
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
  /** Number of the ledger event. */
  seq: number;
}

export interface LotLinks {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  parents: LinkedLot[];
  children: LinkedLot[];
}

export type LotPostingsAccountsItem = {
  account: string;
  in_mg: number;
  out_mg: number;
};

export type LotPostingsPostingsItem = {
  /** Number of the ledger event. */
  seq: number;
  /** Its place among the changes of the event. */
  n: number;
  from: string;
  to: string;
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
};

export interface LotPostings {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  registered_mg: number;
  came_back_mg: number;
  left_mg: number;
  on_hand_mg: number;
  balanced: boolean;
  accounts: LotPostingsAccountsItem[];
  postings: LotPostingsPostingsItem[];
  next: string | null;
}

export type HandlingUnitKind = typeof HandlingUnitKind[keyof typeof HandlingUnitKind];


export const HandlingUnitKind = {
  pallet: 'pallet',
  crate: 'crate',
  trolley: 'trolley',
  case: 'case',
} as const;

export type HandlingUnitState = typeof HandlingUnitState[keyof typeof HandlingUnitState];


export const HandlingUnitState = {
  ACTIVE: 'ACTIVE',
  SHIPPED: 'SHIPPED',
} as const;

export type HandlingUnitContentsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  since: string;
};

export interface HandlingUnit {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hu_id: string;
  sscc: string | null;
  kind: HandlingUnitKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  state: HandlingUnitState;
  contents: HandlingUnitContentsItem[];
}

export interface HandlingUnitPage {
  records: HandlingUnit[];
  next: string | null;
}

export interface BoardLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  product: string | null;
  lot_type: LotType;
  on_hand_kg: Decimal;
  since: string;
  status: LotStatus;
  expires_on: string | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  too_warm: boolean;
}

export interface BoardGate {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  /** @minimum 1 */
  gate_no: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  gate_id: string;
  title: string;
  ccp: boolean;
  /** @minimum 0 */
  waiting_lots: number;
  waiting_kg: Decimal;
  /** @minimum 0 */
  waiting_runs: number;
  oldest_since: string | null;
  /** @minimum 0 */
  held_lots: number;
  /** @minimum 0 */
  too_warm_lots: number;
  /**
     * The most urgent: held, then expired or about to, then the oldest.
     * @maxItems 12
     */
  lots: BoardLot[];
}

export type BoardTemperatureState = typeof BoardTemperatureState[keyof typeof BoardTemperatureState];


export const BoardTemperatureState = {
  ok: 'ok',
  too_warm: 'too_warm',
  too_cold: 'too_cold',
  silent: 'silent',
} as const;

export interface BoardTemperature {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  monitor_id: string;
  title: string;
  state: BoardTemperatureState;
  confirmed: boolean;
  silent: boolean;
  ccp: boolean;
  value: Decimal | null;
  unit: Unit;
  low: Decimal | null;
  high: Decimal | null;
  received_at: string | null;
  since: string | null;
}

export interface BoardPlaceLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  product: string | null;
  lot_type: LotType;
  on_hand_kg: Decimal;
  since: string;
  status: LotStatus;
  expires_on: string | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  too_warm: boolean;
  here_kg: Decimal;
}

export type BoardPlaceKind = typeof BoardPlaceKind[keyof typeof BoardPlaceKind];


export const BoardPlaceKind = {
  lane: 'lane',
  storage: 'storage',
} as const;

export type BoardPlaceDiscipline = typeof BoardPlaceDiscipline[keyof typeof BoardPlaceDiscipline] | null;


export const BoardPlaceDiscipline = {
  fifo: 'fifo',
  fefo: 'fefo',
} as const;

export interface BoardPlace {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  title: string;
  kind: BoardPlaceKind;
  parent_id: string | null;
  discipline: BoardPlaceDiscipline;
  capacity_kg: string | null;
  capacity_lots: number | null;
  filled_kg: Decimal;
  /** @minimum 0 */
  filled_lots: number;
  /** @minimum 0 */
  held_lots: number;
  low_c: Decimal | null;
  high_c: Decimal | null;
  temperature: BoardTemperature | null;
  /** @maxItems 40 */
  lots: BoardPlaceLot[];
  /**
     * Lots behind those that are shown.
     * @minimum 0
     */
  more: number;
}

export interface Board {
  as_of: string;
  /** Number of the newest ledger event that it knows of. */
  seq: number;
  gates: BoardGate[];
  /** @maxItems 200 */
  places: BoardPlace[];
  /** @minimum 0 */
  more_places: number;
}

export type HelpCallState = typeof HelpCallState[keyof typeof HelpCallState];


export const HelpCallState = {
  CALLED: 'CALLED',
  ANSWERED: 'ANSWERED',
  CLOSED: 'CLOSED',
} as const;

export type HelpCallReason = typeof HelpCallReason[keyof typeof HelpCallReason];


export const HelpCallReason = {
  safety: 'safety',
  machine: 'machine',
  quality: 'quality',
  material: 'material',
  cleaning: 'cleaning',
  other: 'other',
} as const;

export interface HelpCall {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  call_id: string;
  state: HelpCallState;
  reason: HelpCallReason;
  stops_line: boolean;
  line: string | null;
  location_id: string | null;
  station: string | null;
  note: string | null;
  called_at: string;
  occurred_at: string;
  called_by: string;
  answered_at: string | null;
  answered_by: string | null;
  answer: string | null;
  waited_s: number | null;
  closed_at: string | null;
  closed_by: string | null;
  closing: string | null;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  alarm_id: string;
}

export interface HelpCallPage {
  records: HelpCall[];
  next: string | null;
}

export type ShiftHandoverState = typeof ShiftHandoverState[keyof typeof ShiftHandoverState];


export const ShiftHandoverState = {
  HANDED_OVER: 'HANDED_OVER',
  ACCEPTED: 'ACCEPTED',
} as const;

export interface ShiftHandover {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  handover_id: string;
  line: string | null;
  /** @maxLength 2000 */
  notes: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  from_person_id: string;
  to_person_id: string | null;
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_runs: string[];
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_holds: string[];
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_alarms: string[];
  state: ShiftHandoverState;
  handed_over_at: string;
  handed_over_by: string;
  occurred_at: string;
  accepted_at: string | null;
  accepted_by: string | null;
  answer: string | null;
}

export interface ShiftHandoverPage {
  records: ShiftHandover[];
  next: string | null;
}

export type ReceiptDocumentsItemType = typeof ReceiptDocumentsItemType[keyof typeof ReceiptDocumentsItemType];


export const ReceiptDocumentsItemType = {
  po: 'po',
  bol: 'bol',
  asn: 'asn',
  invoice: 'invoice',
  work_order: 'work_order',
  batch_log: 'batch_log',
  production_log: 'production_log',
  field_tag: 'field_tag',
  catch_certificate: 'catch_certificate',
  receipt: 'receipt',
  database_record: 'database_record',
  other: 'other',
} as const;

export type ReceiptDocumentsItem = {
  type: ReceiptDocumentsItemType;
  /**
     * @minLength 1
     * @maxLength 60
     */
  number: string;
};

export interface Receipt {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  receipt_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id: string;
  previous_source: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at: string;
  documents: ReceiptDocumentsItem[];
  carrier_id: string | null;
  /** @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_ids: string[];
  received_by: string;
}

export interface ReceiptPage {
  records: Receipt[];
  next: string | null;
}

export type ShipmentLineState = typeof ShipmentLineState[keyof typeof ShipmentLineState];


export const ShipmentLineState = {
  PICKED: 'PICKED',
  RETURNED: 'RETURNED',
} as const;

export interface ShipmentLine {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  line_id: string;
  state: ShipmentLineState;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  hu_id: string | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  weight_kg: Decimal;
  weight_mg: number;
  count: number | null;
}

export type ShipmentDocumentsItemType = typeof ShipmentDocumentsItemType[keyof typeof ShipmentDocumentsItemType];


export const ShipmentDocumentsItemType = {
  po: 'po',
  bol: 'bol',
  asn: 'asn',
  invoice: 'invoice',
  work_order: 'work_order',
  batch_log: 'batch_log',
  production_log: 'production_log',
  field_tag: 'field_tag',
  catch_certificate: 'catch_certificate',
  receipt: 'receipt',
  database_record: 'database_record',
  other: 'other',
} as const;

export type ShipmentDocumentsItem = {
  type: ShipmentDocumentsItemType;
  /**
     * @minLength 1
     * @maxLength 60
     */
  number: string;
};

export type ShipmentState = typeof ShipmentState[keyof typeof ShipmentState];


export const ShipmentState = {
  PLANNED: 'PLANNED',
  PICKING: 'PICKING',
  STAGED: 'STAGED',
  SHIPPED: 'SHIPPED',
  VOIDED: 'VOIDED',
  RETURNED: 'RETURNED',
} as const;

export interface Shipment {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  shipment_id: string;
  shipment_code: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  ship_to: string;
  carrier_id: string | null;
  documents: ShipmentDocumentsItem[];
  state: ShipmentState;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  planned_at: string;
  staged_at: string | null;
  shipped_at: string | null;
  lines: ShipmentLine[];
  picked_kg: Decimal;
  returned_kg: Decimal;
}

export interface ShipmentPage {
  records: Shipment[];
  next: string | null;
}

export type LabelPreviewFormat = typeof LabelPreviewFormat[keyof typeof LabelPreviewFormat];


export const LabelPreviewFormat = {
  svg: 'svg',
  zpl: 'zpl',
} as const;

export type LabelPreviewDpi = typeof LabelPreviewDpi[keyof typeof LabelPreviewDpi];


export const LabelPreviewDpi = {
  NUMBER_203: 203,
  NUMBER_300: 300,
} as const;

export interface LabelPreview {
  format: LabelPreviewFormat;
  dpi: LabelPreviewDpi;
  /**
     * @minimum 25
     * @maximum 220
     */
  width_mm: number;
  /**
     * @minimum 15
     * @maximum 400
     */
  height_mm: number;
  elements: string;
  link: string | null;
  text: string;
}

export type LabelPreviewRequestLabel = typeof LabelPreviewRequestLabel[keyof typeof LabelPreviewRequestLabel];


export const LabelPreviewRequestLabel = {
  case: 'case',
  pallet: 'pallet',
  ingredient: 'ingredient',
  hold: 'hold',
} as const;

export type LabelPreviewRequestFormat = typeof LabelPreviewRequestFormat[keyof typeof LabelPreviewRequestFormat];


export const LabelPreviewRequestFormat = {
  svg: 'svg',
  zpl: 'zpl',
} as const;

export type LabelPreviewRequestDpi = typeof LabelPreviewRequestDpi[keyof typeof LabelPreviewRequestDpi];


export const LabelPreviewRequestDpi = {
  NUMBER_203: 203,
  NUMBER_300: 300,
} as const;

export interface LabelPreviewRequest {
  label: LabelPreviewRequestLabel;
  /**
     * Case or ingredient: id or code.
     * @minLength 1
     * @maxLength 60
     */
  lot_id?: string;
  /**
     * Pallet: id or SSCC.
     * @minLength 1
     * @maxLength 40
     */
  hu_id?: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_id?: string;
  /**
     * Net weight of one case of a variable weight.
     * @pattern ^\d{1,6}(\.\d{1,6})?$
     */
  weight_kg?: string;
  format: LabelPreviewRequestFormat;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  printer_id?: string;
  dpi?: LabelPreviewRequestDpi;
  /**
     * @minimum 25
     * @maximum 220
     */
  width_mm?: number;
  /**
     * @minimum 15
     * @maximum 400
     */
  height_mm?: number;
}

export type LabelPrinterViewDpi = typeof LabelPrinterViewDpi[keyof typeof LabelPrinterViewDpi];


export const LabelPrinterViewDpi = {
  NUMBER_203: 203,
  NUMBER_300: 300,
} as const;

export type LabelPrinterViewState = typeof LabelPrinterViewState[keyof typeof LabelPrinterViewState];


export const LabelPrinterViewState = {
  unknown: 'unknown',
  idle: 'idle',
  printing: 'printing',
  trouble: 'trouble',
} as const;

export type LabelPrinterViewTrouble = typeof LabelPrinterViewTrouble[keyof typeof LabelPrinterViewTrouble] | null;


export const LabelPrinterViewTrouble = {
  offline: 'offline',
  silent: 'silent',
  paper_out: 'paper_out',
  ribbon_out: 'ribbon_out',
  head_open: 'head_open',
  paused: 'paused',
  too_hot: 'too_hot',
  busy: 'busy',
  dropped: 'dropped',
  cancelled: 'cancelled',
  unprintable: 'unprintable',
} as const;

export interface LabelPrinterView {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  printer_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title?: string;
  /** @pattern ^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$ */
  host: string;
  /**
     * Left out: 9100.
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  dpi: LabelPrinterViewDpi;
  /**
     * @minimum 25
     * @maximum 220
     */
  width_mm: number;
  /**
     * @minimum 15
     * @maximum 400
     */
  height_mm: number;
  active?: boolean;
  /** @minimum 1 */
  version: number;
  state: LabelPrinterViewState;
  trouble: LabelPrinterViewTrouble;
  seen_at: string | null;
  /** Jobs that wait or are printed now. */
  queued: number;
}

export interface LabelPrinterList {
  printers: LabelPrinterView[];
}

export type PrintJobLabel = typeof PrintJobLabel[keyof typeof PrintJobLabel];


export const PrintJobLabel = {
  case: 'case',
  pallet: 'pallet',
  ingredient: 'ingredient',
  hold: 'hold',
} as const;

export type PrintJobState = typeof PrintJobState[keyof typeof PrintJobState];


export const PrintJobState = {
  QUEUED: 'QUEUED',
  DONE: 'DONE',
  FAILED: 'FAILED',
} as const;

export type PrintJobTrouble = typeof PrintJobTrouble[keyof typeof PrintJobTrouble] | null;


export const PrintJobTrouble = {
  offline: 'offline',
  silent: 'silent',
  paper_out: 'paper_out',
  ribbon_out: 'ribbon_out',
  head_open: 'head_open',
  paused: 'paused',
  too_hot: 'too_hot',
  busy: 'busy',
  dropped: 'dropped',
  cancelled: 'cancelled',
  unprintable: 'unprintable',
} as const;

export type PrintJobContentLabel = typeof PrintJobContentLabel[keyof typeof PrintJobContentLabel];


export const PrintJobContentLabel = {
  case: 'case',
  pallet: 'pallet',
  ingredient: 'ingredient',
  hold: 'hold',
} as const;

export type PrintJobContentAllergensItem = typeof PrintJobContentAllergensItem[keyof typeof PrintJobContentAllergensItem];


export const PrintJobContentAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type PrintJobContentStorage = typeof PrintJobContentStorage[keyof typeof PrintJobContentStorage] | null;


export const PrintJobContentStorage = {
  ambient: 'ambient',
  chilled: 'chilled',
  frozen: 'frozen',
} as const;

export type PrintJobContent = {
  label: PrintJobContentLabel;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @maxLength 120 */
  title: string;
  lot_code: string | null;
  gtin: string | null;
  sscc: string | null;
  hold_id: string | null;
  produced_on: string | null;
  best_before: string | null;
  expires_on: string | null;
  weight_kg: Decimal | null;
  count: number | null;
  /** @maxItems 15 */
  allergens: PrintJobContentAllergensItem[];
  storage: PrintJobContentStorage;
  /**
     * @maxItems 8
     * @items.maxLength 120
     */
  lines: string[];
};

export interface PrintJob {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  job_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  printer_id: string;
  label: PrintJobLabel;
  lot_id: string | null;
  hu_id: string | null;
  hold_id: string | null;
  /**
     * @minimum 1
     * @maximum 500
     */
  copies: number;
  reprint_of: string | null;
  reason: string | null;
  state: PrintJobState;
  copies_done: number;
  copies_sent: number;
  /** @minimum 0 */
  duplicates_max: number;
  trouble: PrintJobTrouble;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  queued_at: string;
  queued_by: string;
  ended_at: string | null;
  content: PrintJobContent;
}

export interface PrintJobPage {
  records: PrintJob[];
  next: string | null;
}

export type ItemDefinitionAllergensItem = typeof ItemDefinitionAllergensItem[keyof typeof ItemDefinitionAllergensItem];


export const ItemDefinitionAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export type ItemDefinitionFtlCategory = typeof ItemDefinitionFtlCategory[keyof typeof ItemDefinitionFtlCategory];


export const ItemDefinitionFtlCategory = {
  CHEESE_PAST_FRESH_SOFT: 'CHEESE_PAST_FRESH_SOFT',
  CHEESE_PAST_SOFT_RIPENED_SEMI_SOFT: 'CHEESE_PAST_SOFT_RIPENED_SEMI_SOFT',
  CHEESE_UNPAST_NOT_HARD: 'CHEESE_UNPAST_NOT_HARD',
  SHELL_EGGS: 'SHELL_EGGS',
  NUT_BUTTERS: 'NUT_BUTTERS',
  CUCUMBERS_FRESH: 'CUCUMBERS_FRESH',
  HERBS_FRESH: 'HERBS_FRESH',
  LEAFY_GREENS: 'LEAFY_GREENS',
  LEAFY_GREENS_FRESH_CUT: 'LEAFY_GREENS_FRESH_CUT',
  MELONS_FRESH: 'MELONS_FRESH',
  PEPPERS_FRESH: 'PEPPERS_FRESH',
  SPROUTS: 'SPROUTS',
  TOMATOES_FRESH: 'TOMATOES_FRESH',
  TROPICAL_TREE_FRUITS_FRESH: 'TROPICAL_TREE_FRUITS_FRESH',
  FRUITS_FRESH_CUT: 'FRUITS_FRESH_CUT',
  VEGETABLES_FRESH_CUT_NOT_LEAFY: 'VEGETABLES_FRESH_CUT_NOT_LEAFY',
  FINFISH_HISTAMINE: 'FINFISH_HISTAMINE',
  FINFISH_CIGUATOXIN: 'FINFISH_CIGUATOXIN',
  FINFISH_OTHER: 'FINFISH_OTHER',
  FINFISH_SMOKED: 'FINFISH_SMOKED',
  CRUSTACEANS: 'CRUSTACEANS',
  MOLLUSCAN_BIVALVES: 'MOLLUSCAN_BIVALVES',
  RTE_DELI_SALADS_REFRIGERATED: 'RTE_DELI_SALADS_REFRIGERATED',
} as const;

export type ItemDefinitionStorage = typeof ItemDefinitionStorage[keyof typeof ItemDefinitionStorage];


export const ItemDefinitionStorage = {
  ambient: 'ambient',
  chilled: 'chilled',
  frozen: 'frozen',
} as const;

export interface ItemDefinition {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  lot_type: LotType;
  /** @pattern ^\d{14}$ */
  gtin?: string;
  catch_weight?: boolean;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  nominal_weight_kg?: string;
  /**
     * @minimum 1
     * @maximum 3650
     */
  shelf_life_days?: number;
  /** @maxItems 15 */
  allergens?: ItemDefinitionAllergensItem[];
  ftl_category?: ItemDefinitionFtlCategory;
  /** @maxLength 200 */
  fsma_exemption?: string;
  storage?: ItemDefinitionStorage;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id?: string;
  active?: boolean;
}

export type PartyDefinitionKindsItem = typeof PartyDefinitionKindsItem[keyof typeof PartyDefinitionKindsItem];


export const PartyDefinitionKindsItem = {
  supplier: 'supplier',
  customer: 'customer',
  carrier: 'carrier',
} as const;

export interface PartyDefinition {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /**
     * @minItems 1
     * @maxItems 3
     */
  kinds: PartyDefinitionKindsItem[];
  /** A supplier is approved; goods of another one are not received. */
  approved?: boolean;
  /** @pattern ^\d{13}$ */
  gln?: string;
  /** @maxLength 40 */
  phone?: string;
  /** @maxLength 120 */
  street?: string;
  /** @maxLength 80 */
  city?: string;
  /** @maxLength 80 */
  region?: string;
  /** @maxLength 20 */
  postal_code?: string;
  /** @pattern ^[A-Z]{2}$ */
  country?: string;
  active?: boolean;
}

export type LocationDefinitionKind = typeof LocationDefinitionKind[keyof typeof LocationDefinitionKind];


export const LocationDefinitionKind = {
  dock: 'dock',
  storage: 'storage',
  lane: 'lane',
  line: 'line',
  quarantine: 'quarantine',
  rework: 'rework',
  waste: 'waste',
  dispatch: 'dispatch',
} as const;

export type LocationDefinitionDiscipline = typeof LocationDefinitionDiscipline[keyof typeof LocationDefinitionDiscipline];


export const LocationDefinitionDiscipline = {
  fifo: 'fifo',
  fefo: 'fefo',
} as const;

export interface LocationDefinition {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  kind: LocationDefinitionKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parent_id?: string;
  /** @pattern ^\d{1,9}(\.\d{1,6})?$ */
  capacity_kg?: string;
  /**
     * @minimum 1
     * @maximum 100000
     */
  capacity_lots?: number;
  discipline?: LocationDefinitionDiscipline;
  low_c?: Decimal;
  high_c?: Decimal;
  allow_held?: boolean;
  active?: boolean;
  address?: Address;
}

export type InstrumentDefinitionKind = typeof InstrumentDefinitionKind[keyof typeof InstrumentDefinitionKind];


export const InstrumentDefinitionKind = {
  scale: 'scale',
  thermometer: 'thermometer',
  metal_detector: 'metal_detector',
  x_ray: 'x_ray',
  atp_meter: 'atp_meter',
  ph_meter: 'ph_meter',
  oxygen_meter: 'oxygen_meter',
  other: 'other',
} as const;

export interface InstrumentDefinition {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  kind: InstrumentDefinitionKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minimum 1
     * @maximum 3650
     */
  calibration_days?: number;
  in_service?: boolean;
}

export type SiteSettingsRecallGoal = {
  /**
     * @minimum 1
     * @maximum 100000
     */
  minutes_max: number;
  accounted_min_pct: Decimal;
  accounted_max_pct: Decimal;
};

export type SiteSettingsSsccBlock = {
  /** @pattern ^\d{4,12}$ */
  company_prefix: string;
  /**
     * @minimum 0
     * @maximum 9
     */
  extension: number;
  /** @minimum 0 */
  first: number;
  /** @minimum 0 */
  last: number;
};

export interface SiteSettings {
  strict_signature: boolean;
  dual_control: boolean;
  training_required: boolean;
  /**
     * @minimum 1
     * @maximum 60
     */
  review_days: number;
  /**
     * @minItems 1
     * @maxItems 7
     * @items.minimum 1
     * @items.maximum 7
     */
  working_days: number[];
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  tolerance_pct: string;
  hold_descendants: boolean;
  recall_goal?: SiteSettingsRecallGoal;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  /** @pattern ^\d{13}$ */
  gln?: string;
  sscc_block?: SiteSettingsSsccBlock;
}

export type RecipeInputsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  min_kg?: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  target_kg: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  max_kg?: string;
};

export interface Recipe {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  recipe_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  /** @pattern ^\d{1,7}(\.\d{1,6})?$ */
  batch_kg: string;
  /**
     * @minItems 1
     * @maxItems 100
     */
  inputs: RecipeInputsItem[];
  /**
     * @maxItems 20
     * @items.pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
     */
  by_products?: string[];
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  yield_min_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  yield_max_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  tolerance_pct?: string;
  /** @pattern ^\d{1,3}(\.\d{1,3})?$ */
  rework_max_pct?: string;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     */
  steps?: string[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id?: string;
}

export interface Signing {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: Meaning;
}

export type QcPlanGatesItemChecksItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parameter: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  title: string;
  /** @maxLength 20 */
  unit?: string;
  low?: Decimal;
  high?: Decimal;
  required?: boolean;
  /** @maxLength 40 */
  instrument_kind?: string;
};

export type QcPlanGatesItem = {
  /**
     * @minimum 1
     * @maximum 20
     */
  gate_no: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  gate_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  ccp: boolean;
  /** @maxLength 60 */
  control: string;
  /** @maxItems 40 */
  checks: QcPlanGatesItemChecksItem[];
  before_consume: LotType[];
  before_ship: LotType[];
  signed: boolean;
  /** @maxLength 120 */
  frequency?: string;
  /** @maxLength 200 */
  reaction: string;
  /** @maxLength 120 */
  citation?: string;
};

export interface QcPlan {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /**
     * @minItems 1
     * @maxItems 20
     */
  gates: QcPlanGatesItem[];
}

export interface Monitor {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  monitor_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  unit: Unit;
  low?: Decimal;
  high?: Decimal;
  /**
     * @minimum 0
     * @maximum 86400
     */
  duration_s: number;
  hysteresis?: Decimal;
  /**
     * @minimum 1
     * @maximum 86400
     */
  missing_s: number;
  ccp: boolean;
  active?: boolean;
}

export type LotRegistrationAllergensItem = typeof LotRegistrationAllergensItem[keyof typeof LotRegistrationAllergensItem];


export const LotRegistrationAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export interface LotRegistration {
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  lot_type: LotType;
  /**
     * @minLength 1
     * @maxLength 80
     */
  product?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  weight_kg?: Decimal | number;
  /**
     * @minLength 3
     * @maxLength 200
     */
  manual_reason?: string;
  temperature_c?: Decimal | number;
  /**
     * @minLength 1
     * @maxLength 80
     */
  supplier?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  supplier_lot_code?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @maxLength 500 */
  notes?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id?: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  supplier_tlc_source?: string;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  produced_on?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  best_before?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  expires_on?: string;
  /** @maxItems 15 */
  allergens?: LotRegistrationAllergensItem[];
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface LotLink {
  /**
     * @minLength 1
     * @maxLength 60
     */
  source_lot_id: string;
  kind?: LinkKind;
  weight_kg: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface SplitLots {
  source: Lot;
  lots: Lot[];
}

export type LotSplitPartsItem = {
  weight_kg: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
};

export interface LotSplit {
  /**
     * @minItems 1
     * @maxItems 50
     */
  parts: LotSplitPartsItem[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type LotMergeSourcesItem = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
};

export interface LotMerge {
  /**
     * @minItems 2
     * @maxItems 50
     */
  sources: LotMergeSourcesItem[];
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface LotRework {
  weight_kg: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  to_location_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface StockMove {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  to_location_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  from_location_id?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type StockAdjustmentCause = typeof StockAdjustmentCause[keyof typeof StockAdjustmentCause];


export const StockAdjustmentCause = {
  count: 'count',
  waste: 'waste',
  sample: 'sample',
  loss: 'loss',
} as const;

export interface StockAdjustment {
  cause: StockAdjustmentCause;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hu_id?: string;
  counted_kg?: Decimal | number;
  /**
     * @minimum 0
     * @maximum 10000000
     */
  counted?: number;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type HuCreationKind = typeof HuCreationKind[keyof typeof HuCreationKind];


export const HuCreationKind = {
  pallet: 'pallet',
  crate: 'crate',
  trolley: 'trolley',
  case: 'case',
} as const;

export interface HuCreation {
  kind: HuCreationKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  /**
     * `next` gives the next one of the site's block.
     * @minLength 1
     * @maxLength 40
     */
  sscc?: string;
}

export type HuPackingLinesItem = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  weight_kg: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
};

export interface HuPacking {
  /**
     * @minItems 1
     * @maxItems 50
     */
  lines: HuPackingLinesItem[];
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type HuUnpackingLinesItem = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
};

export interface HuUnpacking {
  /**
     * @minItems 1
     * @maxItems 50
     */
  lines?: HuUnpackingLinesItem[];
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface HuMove {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  to_location_id: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type WarningKind = typeof WarningKind[keyof typeof WarningKind];


export const WarningKind = {
  kde_missing: 'kde_missing',
  tlc_known: 'tlc_known',
} as const;

export interface Warning {
  kind: WarningKind;
  line: number | null;
  text: string;
}

export interface ReceivedGoods {
  receipt: Receipt;
  lots: Lot[];
  warnings: Warning[];
}

export type ReceiptLineAllergensItem = typeof ReceiptLineAllergensItem[keyof typeof ReceiptLineAllergensItem];


export const ReceiptLineAllergensItem = {
  milk: 'milk',
  egg: 'egg',
  fish: 'fish',
  crustacean: 'crustacean',
  tree_nut: 'tree_nut',
  peanut: 'peanut',
  wheat: 'wheat',
  soy: 'soy',
  sesame: 'sesame',
  gluten: 'gluten',
  celery: 'celery',
  mustard: 'mustard',
  lupin: 'lupin',
  mollusc: 'mollusc',
  sulphite: 'sulphite',
} as const;

export interface ReceiptLine {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  weight_kg?: Decimal | number;
  /**
     * @minLength 3
     * @maxLength 200
     */
  manual_reason?: string;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /**
     * @minLength 1
     * @maxLength 60
     */
  supplier_lot_code?: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  supplier_tlc_source?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  produced_on?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  best_before?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  expires_on?: string;
  temperature_c?: Decimal | number;
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  product?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @maxItems 15 */
  allergens?: ReceiptLineAllergensItem[];
  /** @maxLength 500 */
  notes?: string;
}

export type GoodsReceiptDocumentsItemType = typeof GoodsReceiptDocumentsItemType[keyof typeof GoodsReceiptDocumentsItemType];


export const GoodsReceiptDocumentsItemType = {
  po: 'po',
  bol: 'bol',
  asn: 'asn',
  invoice: 'invoice',
  work_order: 'work_order',
  batch_log: 'batch_log',
  production_log: 'production_log',
  field_tag: 'field_tag',
  catch_certificate: 'catch_certificate',
  receipt: 'receipt',
  database_record: 'database_record',
  other: 'other',
} as const;

export type GoodsReceiptDocumentsItem = {
  type: GoodsReceiptDocumentsItemType;
  /**
     * @minLength 1
     * @maxLength 60
     */
  number: string;
};

export interface GoodsReceipt {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  previous_source: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /** @maxItems 10 */
  documents: GoodsReceiptDocumentsItem[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  carrier_id?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  /**
     * @minItems 1
     * @maxItems 50
     */
  lines: ReceiptLine[];
}

export type ShipmentPlanDocumentsItemType = typeof ShipmentPlanDocumentsItemType[keyof typeof ShipmentPlanDocumentsItemType];


export const ShipmentPlanDocumentsItemType = {
  po: 'po',
  bol: 'bol',
  asn: 'asn',
  invoice: 'invoice',
  work_order: 'work_order',
  batch_log: 'batch_log',
  production_log: 'production_log',
  field_tag: 'field_tag',
  catch_certificate: 'catch_certificate',
  receipt: 'receipt',
  database_record: 'database_record',
  other: 'other',
} as const;

export type ShipmentPlanDocumentsItem = {
  type: ShipmentPlanDocumentsItemType;
  /**
     * @minLength 1
     * @maxLength 60
     */
  number: string;
};

export interface ShipmentPlan {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  /**
     * @minLength 1
     * @maxLength 200
     */
  ship_to: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  carrier_id?: string;
  /** @maxItems 10 */
  documents?: ShipmentPlanDocumentsItem[];
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$ */
  shipment_code?: string;
}

export interface ShipmentPick {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id?: string;
  /**
     * @minLength 1
     * @maxLength 40
     */
  hu_id?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface ShipmentUnpick {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  line_id?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id?: string;
  /**
     * @minLength 1
     * @maxLength 40
     */
  hu_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface ShipmentStaging {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface ShippedGoods {
  shipment: Shipment;
  warnings: Warning[];
}

export type ShipmentDepartureDocumentsItemType = typeof ShipmentDepartureDocumentsItemType[keyof typeof ShipmentDepartureDocumentsItemType];


export const ShipmentDepartureDocumentsItemType = {
  po: 'po',
  bol: 'bol',
  asn: 'asn',
  invoice: 'invoice',
  work_order: 'work_order',
  batch_log: 'batch_log',
  production_log: 'production_log',
  field_tag: 'field_tag',
  catch_certificate: 'catch_certificate',
  receipt: 'receipt',
  database_record: 'database_record',
  other: 'other',
} as const;

export type ShipmentDepartureDocumentsItem = {
  type: ShipmentDepartureDocumentsItemType;
  /**
     * @minLength 1
     * @maxLength 60
     */
  number: string;
};

export interface ShipmentDeparture {
  /** @maxItems 10 */
  documents?: ShipmentDepartureDocumentsItem[];
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  shipped_at?: string;
  sign?: Signing;
}

export interface ReturnedGoods {
  shipment: Shipment;
  lot: Lot;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_id: string;
}

export interface GoodsReturn {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  weight_kg: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface RunPlan {
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  run_code?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  recipe_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  product?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /**
     * @minLength 1
     * @maxLength 40
     */
  shift?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  planned_start?: string;
  planned_kg?: Decimal | number;
  /** @maxLength 500 */
  notes?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface RunWithLot {
  run: Run;
  lot: Lot;
}

export interface Consumption {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  manual_reason?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type OutputKind = typeof OutputKind[keyof typeof OutputKind];


export const OutputKind = {
  good: 'good',
  by_product: 'by_product',
  rework: 'rework',
} as const;

export interface Output {
  kind: OutputKind;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  manual_reason?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  lot_type?: LotType;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type LossCause = typeof LossCause[keyof typeof LossCause];


export const LossCause = {
  waste: 'waste',
  sample: 'sample',
  process_loss: 'process_loss',
} as const;

export interface Loss {
  cause: LossCause;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  manual_reason?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface Return {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  manual_reason?: string;
  weight_kg?: Decimal | number;
  /**
     * @minimum 1
     * @maximum 10000000
     */
  count?: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface TrainingEntry {
  /**
     * @minLength 1
     * @maxLength 80
     */
  procedure: string;
  /**
     * @minLength 1
     * @maxLength 20
     */
  procedure_version: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  trained_on: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  expires_on?: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  trainer?: string;
}

export interface PolicyAcknowledgement {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  person_id: string;
  policy: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  acknowledged_at: string;
}

export interface RecordSigning {
  /**
     * @minItems 1
     * @maxItems 100
     * @items.minimum 1
     */
  seqs: number[];
  meaning: Meaning;
  sign?: Signing;
}

export type Decision = typeof Decision[keyof typeof Decision];


export const Decision = {
  PASS: 'PASS',
  HOLD: 'HOLD',
  FAIL: 'FAIL',
} as const;

export type QcDecisionDecidedByKind = typeof QcDecisionDecidedByKind[keyof typeof QcDecisionDecidedByKind];


export const QcDecisionDecidedByKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type QcDecisionDecidedByAuth = typeof QcDecisionDecidedByAuth[keyof typeof QcDecisionDecidedByAuth];


export const QcDecisionDecidedByAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type QcDecisionDecidedBy = {
  kind: QcDecisionDecidedByKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: QcDecisionDecidedByAuth;
};

export type QcDecisionValuesItemVerdict = typeof QcDecisionValuesItemVerdict[keyof typeof QcDecisionValuesItemVerdict];


export const QcDecisionValuesItemVerdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  no: 'no',
  yes: 'yes',
  recorded: 'recorded',
} as const;

export type QcDecisionValuesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parameter: string;
  /** @maxLength 40 */
  value: string;
  unit: string | null;
  low: Decimal | null;
  high: Decimal | null;
  verdict: QcDecisionValuesItemVerdict;
};

export type QcDecisionCalibration = typeof QcDecisionCalibration[keyof typeof QcDecisionCalibration] | null;


export const QcDecisionCalibration = {
  valid: 'valid',
  due: 'due',
  overdue: 'overdue',
  never: 'never',
  not_needed: 'not_needed',
} as const;

export type QcDecisionLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  status: LotStatus;
  /** @minimum 0 */
  gate_passed: number;
};

export interface QcDecision {
  /** Number of its ledger event. */
  seq: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  decided_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  decided_by: QcDecisionDecidedBy;
  reason: string | null;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  decision_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  plan_id: string;
  plan_version: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  gate_id: string;
  gate_no: number;
  ccp: boolean;
  lot_id: string | null;
  run_id: string | null;
  line: string | null;
  decision: Decision;
  values: QcDecisionValuesItem[];
  notes: string | null;
  instrument_id: string | null;
  calibration: QcDecisionCalibration;
  entered_late: boolean;
  recheck_of: string | null;
  waived: boolean;
  run_gate_passed: number | null;
  lots: QcDecisionLotsItem[];
  hold_id: string | null;
  deviation_id: string | null;
}

export interface Witnessing {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
}

export type QcDecisionRequestValuesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parameter: string;
  value: Decimal | number | boolean;
  /**
     * UCUM code; left out: the unit of the plan.
     * @maxLength 20
     */
  unit?: string;
};

export interface QcDecisionRequest {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  run_id?: string;
  /** Id of the gate in the plan, such as `cook`, or its number. */
  gate_id: number | string;
  decision: Decision;
  /** @maxLength 500 */
  notes?: string;
  /** @maxItems 40 */
  values?: QcDecisionRequestValuesItem[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  instrument_id?: string;
  /** Lets a gate that is no CCP pass unchecked; signed by a manager. */
  waive?: boolean;
  /** Does a gate again that was decided before; with a reason. */
  recheck?: boolean;
  /**
     * @minLength 3
     * @maxLength 200
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
  /**
     * @minLength 3
     * @maxLength 200
     */
  entered_late_reason?: string;
  sign?: Signing;
  witness?: Witnessing;
}

export type ReviewVerdict = typeof ReviewVerdict[keyof typeof ReviewVerdict];


export const ReviewVerdict = {
  accepted: 'accepted',
  questioned: 'questioned',
} as const;

export type ReviewRecordsItem = {
  /** @minimum 1 */
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  /** @maxLength 100 */
  subject: string;
};

export interface Review {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  review_id: string;
  verdict: ReviewVerdict;
  notes: string | null;
  records: ReviewRecordsItem[];
  reviewed_at: string;
  reviewed_by: string;
  seq: number;
}

export type ReviewRequestVerdict = typeof ReviewRequestVerdict[keyof typeof ReviewRequestVerdict];


export const ReviewRequestVerdict = {
  accepted: 'accepted',
  questioned: 'questioned',
} as const;

export interface ReviewRequest {
  /**
     * @minItems 1
     * @maxItems 500
     * @items.minimum 1
     */
  seqs: number[];
  verdict: ReviewRequestVerdict;
  /** @maxLength 500 */
  notes?: string;
  sign?: Signing;
}

/**
 * The unit stands last in a name, or in the param `unit` (UCUM).
 */
export type SaidParams = {[key: string]: string | number | null};

export interface Said {
  /**
     * One of contract/sentence.ts, such as `excursion_high`.
     * @maxLength 60
     */
  code: string;
  /** The unit stands last in a name, or in the param `unit` (UCUM). */
  params: SaidParams;
}

export type AlarmState = typeof AlarmState[keyof typeof AlarmState];


export const AlarmState = {
  RAISED: 'RAISED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
} as const;

export interface Alarm {
  alarm_id: string | null;
  /** deviation, silence, account, tablet, help, review_overdue, calibration_overdue */
  kind: string;
  /** Its subject, as `kind:id`. */
  about: string;
  text: string;
  said: Said | null;
  raised_at: string;
  state: AlarmState;
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  notes: string | null;
}

export type Disposition = typeof Disposition[keyof typeof Disposition];


export const Disposition = {
  release: 'release',
  rework: 'rework',
  divert: 'divert',
  destroy: 'destroy',
  return: 'return',
} as const;

export interface HeldLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  status: LotStatus;
  open: boolean;
  waiting: boolean;
}

export type HoldState = typeof HoldState[keyof typeof HoldState];


export const HoldState = {
  OPEN: 'OPEN',
  UNDER_REVIEW: 'UNDER_REVIEW',
  DISPOSITIONED: 'DISPOSITIONED',
  EXECUTED: 'EXECUTED',
  CLOSED: 'CLOSED',
} as const;

export type HoldCause = typeof HoldCause[keyof typeof HoldCause];


export const HoldCause = {
  manual: 'manual',
  gate: 'gate',
  deviation: 'deviation',
  excursion: 'excursion',
  descendant: 'descendant',
  recall: 'recall',
} as const;

export interface Hold {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_id: string;
  state: HoldState;
  cause: HoldCause;
  reason: string;
  said: Said | null;
  deviation_id: string | null;
  placed_at: string;
  placed_by: string;
  review_started_at: string | null;
  reviewed_by: string | null;
  disposition: Disposition | null;
  disposition_reason: string | null;
  dispositioned_at: string | null;
  dispositioned_by: string | null;
  executed_at: string | null;
  witness_id: string | null;
  closed_at: string | null;
  lot_count: number;
  open_count: number;
  /** In a list the first 50, by itself all of them. */
  lots: HeldLot[];
}

export interface HoldRequest {
  /**
     * @minItems 1
     * @maxItems 1000
     * @items.minLength 1
     * @items.maxLength 60
     */
  lot_ids: string[];
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  cause?: 'manual';
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface DispositionRequest {
  disposition: Disposition;
  /**
     * @minItems 1
     * @maxItems 1000
     * @items.minLength 1
     * @items.maxLength 60
     */
  lot_ids?: string[];
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /**
     * @minLength 1
     * @maxLength 150
     */
  evidence?: string;
  sign?: Signing;
}

export interface ExecutionRequest {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  sign?: Signing;
  witness?: Witnessing;
}

export type ActionKind = typeof ActionKind[keyof typeof ActionKind];


export const ActionKind = {
  correction: 'correction',
  corrective: 'corrective',
  preventive: 'preventive',
} as const;

export type ActionState = typeof ActionState[keyof typeof ActionState];


export const ActionState = {
  OPEN: 'OPEN',
  DONE: 'DONE',
  VERIFIED: 'VERIFIED',
} as const;

export interface Action {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  action_id: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  deviation_id: string;
  kind: ActionKind;
  /** @maxLength 500 */
  text: string;
  owner_id: string | null;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  due_on: string;
  state: ActionState;
  assigned_at: string;
  assigned_by: string;
  done: string | null;
  done_at: string | null;
  done_by: string | null;
  verified: string | null;
  verified_at: string | null;
  verified_by: string | null;
}

export type DeviationState = typeof DeviationState[keyof typeof DeviationState];


export const DeviationState = {
  OPEN: 'OPEN',
  CONTAINED: 'CONTAINED',
  EVALUATED: 'EVALUATED',
  ACTIONS_DONE: 'ACTIONS_DONE',
  VERIFIED: 'VERIFIED',
  CLOSED: 'CLOSED',
} as const;

export type DeviationCause = typeof DeviationCause[keyof typeof DeviationCause];


export const DeviationCause = {
  gate: 'gate',
  excursion: 'excursion',
  calibration: 'calibration',
  manual: 'manual',
} as const;

export type DeviationEvaluationResult = typeof DeviationEvaluationResult[keyof typeof DeviationEvaluationResult];


export const DeviationEvaluationResult = {
  safe: 'safe',
  unsafe: 'unsafe',
  safe_after_treatment: 'safe_after_treatment',
} as const;

export type DeviationEvaluation = {
  /** @maxLength 500 */
  method: string;
  result: DeviationEvaluationResult;
  root_cause: string | null;
  reanalysis_needed: boolean;
} | null;

export type DeviationCurveItem = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  at: string;
  value: Decimal | null;
};

export interface Deviation {
  state: DeviationState;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  deviation_id: string;
  cause: DeviationCause;
  gate_id: string | null;
  decision_id: string | null;
  monitor_id: string | null;
  monitor_version: number | null;
  device_id: string | null;
  channel: string | null;
  instrument_id: string | null;
  run_id: string | null;
  line: string | null;
  value: string | null;
  unit: string | null;
  limit: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  began_at: string;
  last_good_at: string | null;
  reading_seq: number | null;
  hold_id: string | null;
  lot_count: number;
  /** @maxLength 500 */
  text: string;
  said: Said | null;
  opened_at: string;
  ended_at: string | null;
  worst_value: Decimal | null;
  evaluation: DeviationEvaluation;
  evaluated_at: string | null;
  evaluated_by: string | null;
  verified_at: string | null;
  verified_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  actions: Action[];
  /** @maxItems 500 */
  curve: DeviationCurveItem[];
}

export interface DeviationRequest {
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
  /**
     * @maxItems 1000
     * @items.minLength 1
     * @items.maxLength 60
     */
  lot_ids?: string[];
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id?: string;
  /**
     * @minLength 1
     * @maxLength 4
     */
  line?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type EvaluationRequestResult = typeof EvaluationRequestResult[keyof typeof EvaluationRequestResult];


export const EvaluationRequestResult = {
  safe: 'safe',
  unsafe: 'unsafe',
  safe_after_treatment: 'safe_after_treatment',
} as const;

export interface EvaluationRequest {
  /**
     * @minLength 3
     * @maxLength 500
     */
  method: string;
  result: EvaluationRequestResult;
  /** @maxLength 500 */
  root_cause?: string;
  reanalysis_needed?: boolean;
  sign?: Signing;
}

export type ActionRequestKind = typeof ActionRequestKind[keyof typeof ActionRequestKind];


export const ActionRequestKind = {
  correction: 'correction',
  corrective: 'corrective',
  preventive: 'preventive',
} as const;

export interface ActionRequest {
  kind: ActionRequestKind;
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  owner_id?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  due_on: string;
}

export interface CompletionRequest {
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
  sign?: Signing;
}

export interface ActionVerification {
  effective: boolean;
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
  sign?: Signing;
}

export interface DeviationVerification {
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
  sign?: Signing;
}

export type CalibrationPointsItem = {
  reference: Decimal;
  as_found: Decimal;
  as_left: Decimal | null;
  tolerance: Decimal;
  unit: string;
  passed: boolean;
};

export type CalibrationImpactItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  decision_id: string;
  seq: number;
};

export interface Calibration {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  calibration_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  instrument_id: string;
  /** @maxLength 500 */
  procedure: string;
  /** @maxLength 500 */
  standard: string;
  /**
     * @minItems 1
     * @maxItems 20
     */
  points: CalibrationPointsItem[];
  passed: boolean;
  adjusted: boolean;
  next_due_on: string | null;
  impact: CalibrationImpactItem[];
  deviation_id: string | null;
  calibrated_at: string;
  calibrated_by: string;
}

export type CalibrationRequestPointsItem = {
  reference: Decimal;
  as_found: Decimal;
  as_left?: Decimal;
  /** @pattern ^\d{1,12}(\.\d{1,9})?$ */
  tolerance: string;
  /**
     * @minLength 1
     * @maxLength 20
     */
  unit: string;
};

export interface CalibrationRequest {
  /**
     * @minItems 1
     * @maxItems 20
     */
  points: CalibrationRequestPointsItem[];
  /**
     * @minLength 1
     * @maxLength 500
     */
  procedure: string;
  /**
     * @minLength 1
     * @maxLength 500
     */
  standard: string;
  adjusted?: boolean;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
  sign?: Signing;
}

export type LabelPrinterVersionDpi = typeof LabelPrinterVersionDpi[keyof typeof LabelPrinterVersionDpi];


export const LabelPrinterVersionDpi = {
  NUMBER_203: 203,
  NUMBER_300: 300,
} as const;

export interface LabelPrinterVersion {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  printer_id: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  title?: string;
  /** @pattern ^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$ */
  host: string;
  /**
     * Left out: 9100.
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  dpi: LabelPrinterVersionDpi;
  /**
     * @minimum 25
     * @maximum 220
     */
  width_mm: number;
  /**
     * @minimum 15
     * @maximum 400
     */
  height_mm: number;
  active?: boolean;
  /** @minimum 1 */
  version: number;
}

export type LabelPrinterDefinitionDpi = typeof LabelPrinterDefinitionDpi[keyof typeof LabelPrinterDefinitionDpi];


export const LabelPrinterDefinitionDpi = {
  NUMBER_203: 203,
  NUMBER_300: 300,
} as const;

export interface LabelPrinterDefinition {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title?: string;
  /** @pattern ^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$ */
  host: string;
  /**
     * Left out: 9100.
     * @minimum 1
     * @maximum 65535
     */
  port?: number;
  dpi: LabelPrinterDefinitionDpi;
  /**
     * @minimum 25
     * @maximum 220
     */
  width_mm: number;
  /**
     * @minimum 15
     * @maximum 400
     */
  height_mm: number;
  active?: boolean;
}

export type PrintRequestLabel = typeof PrintRequestLabel[keyof typeof PrintRequestLabel];


export const PrintRequestLabel = {
  case: 'case',
  pallet: 'pallet',
  ingredient: 'ingredient',
  hold: 'hold',
} as const;

export interface PrintRequest {
  label: PrintRequestLabel;
  /**
     * Case or ingredient: id or code.
     * @minLength 1
     * @maxLength 60
     */
  lot_id?: string;
  /**
     * Pallet: id or SSCC.
     * @minLength 1
     * @maxLength 40
     */
  hu_id?: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_id?: string;
  /**
     * Net weight of one case of a variable weight.
     * @pattern ^\d{1,6}(\.\d{1,6})?$
     */
  weight_kg?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  printer_id: string;
  /**
     * @minimum 1
     * @maximum 500
     */
  copies: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  reprint_of?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
}

export interface PrintCancellation {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
}

export type RecallState = typeof RecallState[keyof typeof RecallState];


export const RecallState = {
  DRAFT: 'DRAFT',
  MOCK: 'MOCK',
  SCOPING: 'SCOPING',
  HOLD_PLACED: 'HOLD_PLACED',
  NOTIFYING: 'NOTIFYING',
  RECOVERING: 'RECOVERING',
  RECONCILED: 'RECONCILED',
  CLOSED: 'CLOSED',
} as const;

export type RecallStartUntilCleaning = {
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  at?: string;
};

export interface RecallStart {
  /**
     * @minItems 1
     * @maxItems 1000
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  lot_ids?: string[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  supplier_lot_code?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  from?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  to?: string;
  until_cleaning?: RecallStartUntilCleaning;
}

export type RecallWholeMode = typeof RecallWholeMode[keyof typeof RecallWholeMode];


export const RecallWholeMode = {
  mock: 'mock',
  real: 'real',
} as const;

export type RecallWholeDirection = typeof RecallWholeDirection[keyof typeof RecallWholeDirection];


export const RecallWholeDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export type RecallWholeGoal = {
  /**
     * @minimum 1
     * @maximum 100000
     */
  minutes_max: number;
  accounted_min_pct: Decimal;
  accounted_max_pct: Decimal;
};

export type RecallWholeStepsItemStep = typeof RecallWholeStepsItemStep[keyof typeof RecallWholeStepsItemStep];


export const RecallWholeStepsItemStep = {
  opened: 'opened',
  scoped: 'scoped',
  held: 'held',
  notified: 'notified',
  answered: 'answered',
  checked: 'checked',
  reconciled: 'reconciled',
  closed: 'closed',
} as const;

export type RecallWholeStepsItem = {
  step: RecallWholeStepsItemStep;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  at: string;
  by: string;
  minutes: number;
};

export type RecallWholeResultTotal = {
  registered_mg: number;
  used_mg: number;
  divided_mg: number;
  shipped_mg: number;
  waste_mg: number;
  sample_mg: number;
  loss_mg: number;
  adjusted_mg: number;
  sent_back_mg: number;
  voided_mg: number;
  on_hand_mg: number;
  unexplained_mg: number;
  received_mg: number;
  produced_mg: number;
  rework_mg: number;
  run_waste_mg: number;
  run_sample_mg: number;
  run_loss_mg: number;
  entered_mg: number;
  lot_count: number;
  run_count: number;
  in_process_mg: number;
  run_unexplained_mg: number;
  accounted_pct: Decimal | null;
};

export type RecallWholeResult = {
  attempt: number;
  version: number;
  total: RecallWholeResultTotal;
  minutes: number;
  passed: boolean;
  explanation: string | null;
} | null;

export type RecallWholeTasksItemState = typeof RecallWholeTasksItemState[keyof typeof RecallWholeTasksItemState];


export const RecallWholeTasksItemState = {
  OPEN: 'OPEN',
  DONE: 'DONE',
} as const;

export type RecallWholeTasksItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  task_id: string;
  title: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  due_at: string;
  state: RecallWholeTasksItemState;
  done_at: string | null;
  done_by: string | null;
  text: string | null;
  late: boolean;
};

export type RecallWholeScopesItem = {
  version: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  scoped_at: string;
  scoped_by: string;
  include_rework: boolean;
  include_same_room: boolean;
  start_count: number;
  lot_count: number;
  /** @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  added: string[];
  /** @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  removed: string[];
};

export type RecallWholeConsigneesItemLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  shipment_id: string | null;
  shipped_at: string | null;
  shipped_mg: number;
  returned_mg: number;
};

export type RecallWholeConsigneesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  title: string;
  phone: string | null;
  address: string | null;
  gln: string | null;
  shipped_mg: number;
  returned_mg: number;
  lots: RecallWholeConsigneesItemLotsItem[];
  notified_at: string | null;
  notified_by: string | null;
  channel: string | null;
  contact: string | null;
  answered_at: string | null;
  answer: string | null;
  found: Quantity | null;
  checked_at: string | null;
  checked_by: string | null;
  check_channel: string | null;
  effective: boolean | null;
  check: string | null;
};

export type RecallWholeEffect = {
  consignee_count: number;
  notified_count: number;
  answered_count: number;
  checked_count: number;
  effective_count: number;
  shipped_mg: number;
  returned_mg: number;
  found_mg: number;
  gone_mg: number;
};

export interface RecallWhole {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  mode: RecallWholeMode;
  state: RecallState;
  scenario: string;
  start: RecallStart;
  direction: RecallWholeDirection;
  goal: RecallWholeGoal;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  opened_at: string;
  opened_by: string;
  steps: RecallWholeStepsItem[];
  version: number;
  lot_count: number;
  held_version: number | null;
  hold_id: string | null;
  result: RecallWholeResult;
  passed: boolean | null;
  gaps: string[];
  actions: string[];
  tasks: RecallWholeTasksItem[];
  scopes: RecallWholeScopesItem[];
  consignees: RecallWholeConsigneesItem[];
  effect: RecallWholeEffect;
}

export type RecallBeginningUntilCleaning = {
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  at?: string;
};

export interface RecallBeginning {
  /**
     * @minItems 1
     * @maxItems 1000
     * @items.minLength 1
     * @items.maxLength 60
     */
  lot_ids?: string[];
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  supplier_lot_code?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  from?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  to?: string;
  until_cleaning?: RecallBeginningUntilCleaning;
}

export type RecallOpeningMode = typeof RecallOpeningMode[keyof typeof RecallOpeningMode];


export const RecallOpeningMode = {
  mock: 'mock',
  real: 'real',
} as const;

export type RecallOpeningDirection = typeof RecallOpeningDirection[keyof typeof RecallOpeningDirection];


export const RecallOpeningDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export interface RecallOpening {
  mode: RecallOpeningMode;
  /**
     * @minLength 3
     * @maxLength 500
     */
  scenario: string;
  start: RecallBeginning;
  direction?: RecallOpeningDirection;
  /**
     * @minimum 1
     * @maximum 100000
     */
  minutes_max?: number;
  accounted_min_pct?: Decimal;
  accounted_max_pct?: Decimal;
}

export type RecallMode = typeof RecallMode[keyof typeof RecallMode];


export const RecallMode = {
  mock: 'mock',
  real: 'real',
} as const;

export type RecallDirection = typeof RecallDirection[keyof typeof RecallDirection];


export const RecallDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export type RecallGoal = {
  /**
     * @minimum 1
     * @maximum 100000
     */
  minutes_max: number;
  accounted_min_pct: Decimal;
  accounted_max_pct: Decimal;
};

export type RecallStepsItemStep = typeof RecallStepsItemStep[keyof typeof RecallStepsItemStep];


export const RecallStepsItemStep = {
  opened: 'opened',
  scoped: 'scoped',
  held: 'held',
  notified: 'notified',
  answered: 'answered',
  checked: 'checked',
  reconciled: 'reconciled',
  closed: 'closed',
} as const;

export type RecallStepsItem = {
  step: RecallStepsItemStep;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  at: string;
  by: string;
  minutes: number;
};

export type RecallResultTotal = {
  registered_mg: number;
  used_mg: number;
  divided_mg: number;
  shipped_mg: number;
  waste_mg: number;
  sample_mg: number;
  loss_mg: number;
  adjusted_mg: number;
  sent_back_mg: number;
  voided_mg: number;
  on_hand_mg: number;
  unexplained_mg: number;
  received_mg: number;
  produced_mg: number;
  rework_mg: number;
  run_waste_mg: number;
  run_sample_mg: number;
  run_loss_mg: number;
  entered_mg: number;
  lot_count: number;
  run_count: number;
  in_process_mg: number;
  run_unexplained_mg: number;
  accounted_pct: Decimal | null;
};

export type RecallResult = {
  attempt: number;
  version: number;
  total: RecallResultTotal;
  minutes: number;
  passed: boolean;
  explanation: string | null;
} | null;

export interface Recall {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  mode: RecallMode;
  state: RecallState;
  scenario: string;
  start: RecallStart;
  direction: RecallDirection;
  goal: RecallGoal;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  opened_at: string;
  opened_by: string;
  steps: RecallStepsItem[];
  version: number;
  lot_count: number;
  held_version: number | null;
  hold_id: string | null;
  result: RecallResult;
  passed: boolean | null;
  gaps: string[];
  actions: string[];
}

export type FoundLotFindingState = typeof FoundLotFindingState[keyof typeof FoundLotFindingState];


export const FoundLotFindingState = {
  FOUND: 'FOUND',
  MISSING: 'MISSING',
} as const;

export type FoundLotFinding = {
  state: FoundLotFindingState;
  location_id: string | null;
  weight_kg: Decimal | null;
  reason: string | null;
  found_at: string;
  found_by: string;
  occurred_at: string;
};

export interface FoundLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  finding: FoundLotFinding;
  /** @minimum 0 */
  lot_count: number;
  /** @minimum 0 */
  to_find_count: number;
  /** @minimum 0 */
  found_count: number;
  /** @minimum 0 */
  missing_count: number;
}

export interface RecallSearch {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  weight_kg?: Decimal | number;
  /** Nobody can find it; takes a reason. */
  missing?: boolean;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type ConsigneeNoticeChannel = typeof ConsigneeNoticeChannel[keyof typeof ConsigneeNoticeChannel];


export const ConsigneeNoticeChannel = {
  phone: 'phone',
  mail: 'mail',
  visit: 'visit',
  other: 'other',
} as const;

export interface ConsigneeNotice {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  channel: ConsigneeNoticeChannel;
  /**
     * @minLength 1
     * @maxLength 120
     */
  contact?: string;
  /**
     * @minLength 3
     * @maxLength 500
     */
  text?: string;
}

export interface ConsigneeAnswer {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  found_kg?: Decimal | number;
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
}

export type ConsigneeCheckChannel = typeof ConsigneeCheckChannel[keyof typeof ConsigneeCheckChannel];


export const ConsigneeCheckChannel = {
  phone: 'phone',
  mail: 'mail',
  visit: 'visit',
  other: 'other',
} as const;

export interface ConsigneeCheck {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  channel: ConsigneeCheckChannel;
  effective: boolean;
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
}

export interface RecallClosing {
  /**
     * @maxItems 20
     * @items.minLength 3
     * @items.maxLength 500
     */
  gaps?: string[];
  /**
     * @maxItems 20
     * @items.minLength 3
     * @items.maxLength 500
     */
  actions?: string[];
  sign?: Signing;
}

export type TraceRequestFilterProperty = {
  from: string | null;
  to: string | null;
  item_ids: string[] | null;
  lots: string[] | null;
};

export type TraceRequestFormat = typeof TraceRequestFormat[keyof typeof TraceRequestFormat];


export const TraceRequestFormat = {
  xlsx: 'xlsx',
  csv: 'csv',
} as const;

export type TraceRequestState = typeof TraceRequestState[keyof typeof TraceRequestState];


export const TraceRequestState = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
} as const;

export type TraceRequestProgress = {
  done: number;
  total: number;
  rows: number;
  remaining_s: number | null;
} | null;

export type TraceRequestSheets = {
  sheet: string;
  rows: number;
  /** @pattern ^[0-9a-f]{64}$ */
  csv_sha256: string;
}[] | null;

export interface TraceRequest {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  request_id: string;
  caller: string;
  phone: string | null;
  reason: string | null;
  filter: TraceRequestFilterProperty;
  format: TraceRequestFormat;
  state: TraceRequestState;
  progress: TraceRequestProgress;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  asked_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  due_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  requested_at: string;
  /** Id of the person. */
  requested_by: string;
  delivered_at: string | null;
  file: string | null;
  size_bytes: number | null;
  sha256: string | null;
  upto_seq: number | null;
  sheets: TraceRequestSheets;
  cause: string | null;
}

export interface TraceCaller {
  /**
     * @minLength 2
     * @maxLength 120
     */
  caller: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone?: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  asked_at?: string;
}

export interface TraceRequestFilter {
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  from?: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  to?: string;
  /**
     * @minItems 1
     * @maxItems 200
     * @items.pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
     */
  item_ids?: string[];
  /**
     * @minItems 1
     * @maxItems 500
     * @items.minLength 1
     * @items.maxLength 80
     */
  lots?: string[];
}

export type TraceExportRequestFormat = typeof TraceExportRequestFormat[keyof typeof TraceExportRequestFormat];


export const TraceExportRequestFormat = {
  xlsx: 'xlsx',
  csv: 'csv',
} as const;

export interface TraceExportRequest {
  request: TraceCaller;
  filter: TraceRequestFilter;
  format: TraceExportRequestFormat;
}

export type KdeCorrectionKde = typeof KdeCorrectionKde[keyof typeof KdeCorrectionKde];


export const KdeCorrectionKde = {
  previous_source: 'previous_source',
  ship_to: 'ship_to',
  documents: 'documents',
  received_at: 'received_at',
  shipped_at: 'shipped_at',
  product: 'product',
  supplier_lot_code: 'supplier_lot_code',
  supplier_tlc_source: 'supplier_tlc_source',
} as const;

export interface KdeCorrection {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  correction_id: string;
  /** The record, as `kind:id`. */
  of: string;
  kde: KdeCorrectionKde;
  was: string | null;
  now: string;
  reason: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  corrected_at: string;
  /** Id of the person. */
  corrected_by: string;
}

export type KdeCorrectingKde = typeof KdeCorrectingKde[keyof typeof KdeCorrectingKde];


export const KdeCorrectingKde = {
  previous_source: 'previous_source',
  ship_to: 'ship_to',
  documents: 'documents',
  received_at: 'received_at',
  shipped_at: 'shipped_at',
  product: 'product',
  supplier_lot_code: 'supplier_lot_code',
  supplier_tlc_source: 'supplier_tlc_source',
} as const;

export interface KdeCorrecting {
  /** @pattern ^(receipt|shipment|lot):[0-9a-f-]{36}$ */
  of: string;
  kde: KdeCorrectingKde;
  /**
     * @minLength 1
     * @maxLength 200
     */
  now: string;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
}

export type TracePlanPlanPlace = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  business: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  street: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  city: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  region: string;
  /**
     * @minLength 1
     * @maxLength 20
     */
  postal_code: string;
  /** @pattern ^[A-Z]{2}$ */
  country: string;
  gln: string | null;
  ffrn: string | null;
  source_url: string | null;
};

export type TracePlanPlanContact = {
  /**
     * @minLength 2
     * @maxLength 120
     */
  name_or_title: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone: string;
};

export type TracePlanPlan = {
  place: TracePlanPlanPlace;
  contact: TracePlanPlanContact;
  /**
     * @minLength 2
     * @maxLength 60
     */
  time_zone: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  procedures: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  identification: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  assignment: string;
  farm_map: string | null;
};

export type TracePlanSetupFtlItemsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  item_id: string;
  title: string;
  ftl_category: string;
};

export type TracePlanSetupLocationsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  title: string;
  kind: string;
};

export type TracePlanSetupRecordTypesItem = {
  record: string;
  where: string;
};

export type TracePlanSetup = {
  lot_code_pattern: string;
  ftl_items: TracePlanSetupFtlItemsItem[];
  locations: TracePlanSetupLocationsItem[];
  record_types: TracePlanSetupRecordTypesItem[];
  retention_months: number;
};

export interface TracePlan {
  version: number;
  plan: TracePlanPlan;
  setup: TracePlanSetup;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  issued_at: string;
  /** Id of the person. */
  issued_by: string;
  superseded_at: string | null;
  kept_until: string | null;
}

export type TracePlanIssuePlanPlace = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  business: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  street: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  city: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  region: string;
  /**
     * @minLength 1
     * @maxLength 20
     */
  postal_code: string;
  /** @pattern ^[A-Z]{2}$ */
  country: string;
  gln: string | null;
  ffrn: string | null;
  source_url: string | null;
};

export type TracePlanIssuePlanContact = {
  /**
     * @minLength 2
     * @maxLength 120
     */
  name_or_title: string;
  /**
     * @minLength 3
     * @maxLength 40
     */
  phone: string;
};

export type TracePlanIssuePlan = {
  place: TracePlanIssuePlanPlace;
  contact: TracePlanIssuePlanContact;
  /**
     * @minLength 2
     * @maxLength 60
     */
  time_zone: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  procedures: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  identification: string;
  /**
     * @minLength 10
     * @maxLength 4000
     */
  assignment: string;
  farm_map: string | null;
};

export interface TracePlanIssue {
  plan: TracePlanIssuePlan;
  sign?: Signing;
}

export type HelpRequestReason = typeof HelpRequestReason[keyof typeof HelpRequestReason];


export const HelpRequestReason = {
  safety: 'safety',
  machine: 'machine',
  quality: 'quality',
  material: 'material',
  cleaning: 'cleaning',
  other: 'other',
} as const;

export interface HelpRequest {
  reason: HelpRequestReason;
  stops_line: boolean;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  /**
     * @minLength 1
     * @maxLength 300
     */
  note?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export interface ShiftHandoverRequest {
  /**
     * @minLength 1
     * @maxLength 2000
     */
  notes: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  from_person_id?: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  to_person_id?: string;
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_runs: string[];
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_holds: string[];
  /**
     * @maxItems 500
     * @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
     */
  open_alarms?: string[];
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type TemperatureEntryVerdict = typeof TemperatureEntryVerdict[keyof typeof TemperatureEntryVerdict];


export const TemperatureEntryVerdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  recorded: 'recorded',
} as const;

export type TemperatureEntryCalibration = typeof TemperatureEntryCalibration[keyof typeof TemperatureEntryCalibration] | null;


export const TemperatureEntryCalibration = {
  valid: 'valid',
  due: 'due',
  overdue: 'overdue',
  never: 'never',
  not_needed: 'not_needed',
} as const;

export interface TemperatureEntry {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  entry_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  monitor_id: string | null;
  monitor_version: number | null;
  value_c: Decimal;
  low: Decimal | null;
  high: Decimal | null;
  unit: Unit;
  verdict: TemperatureEntryVerdict;
  instrument_id: string | null;
  calibration: TemperatureEntryCalibration;
  entered_late: boolean;
  deviation_id: string | null;
  notes: string | null;
  hold_id: string | null;
  entered_at: string;
  entered_by: string;
  occurred_at: string;
}

export interface TemperatureReading {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  monitor_id?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id?: string;
  value_c: Decimal | number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  instrument_id?: string;
  /**
     * @minLength 1
     * @maxLength 300
     */
  notes?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type BatchVerdictsVerdictsItemVerdict = typeof BatchVerdictsVerdictsItemVerdict[keyof typeof BatchVerdictsVerdictsItemVerdict];


export const BatchVerdictsVerdictsItemVerdict = {
  done: 'done',
  refused: 'refused',
  parked: 'parked',
} as const;

export type BatchVerdictsVerdictsItem = {
  key: string;
  verdict: BatchVerdictsVerdictsItemVerdict;
  status: number;
  answer?: unknown;
  problem?: Problem;
};

export interface BatchVerdicts {
  verdicts: BatchVerdictsVerdictsItem[];
}

export type CommandBatchCommandsItemCommand = typeof CommandBatchCommandsItemCommand[keyof typeof CommandBatchCommandsItemCommand];


export const CommandBatchCommandsItemCommand = {
  'define-item': 'define-item',
  'define-party': 'define-party',
  'define-location': 'define-location',
  'define-instrument': 'define-instrument',
  'configure-site': 'configure-site',
  'draft-recipe': 'draft-recipe',
  'approve-recipe': 'approve-recipe',
  'draft-qc-plan': 'draft-qc-plan',
  'approve-qc-plan': 'approve-qc-plan',
  'draft-monitor': 'draft-monitor',
  'approve-monitor': 'approve-monitor',
  'register-lot': 'register-lot',
  'link-lot': 'link-lot',
  'void-lot': 'void-lot',
  'undo-lot': 'undo-lot',
  'split-lot': 'split-lot',
  'merge-lots': 'merge-lots',
  'rework-lot': 'rework-lot',
  'move-stock': 'move-stock',
  'adjust-stock': 'adjust-stock',
  'create-hu': 'create-hu',
  'pack-hu': 'pack-hu',
  'unpack-hu': 'unpack-hu',
  'move-hu': 'move-hu',
  'receive-goods': 'receive-goods',
  'plan-shipment': 'plan-shipment',
  'pick-shipment': 'pick-shipment',
  'unpick-shipment': 'unpick-shipment',
  'stage-shipment': 'stage-shipment',
  'ship-shipment': 'ship-shipment',
  'void-shipment': 'void-shipment',
  'return-goods': 'return-goods',
  'plan-run': 'plan-run',
  'release-run': 'release-run',
  'prepare-run': 'prepare-run',
  'start-run': 'start-run',
  'pause-run': 'pause-run',
  'resume-run': 'resume-run',
  'complete-run': 'complete-run',
  'reconcile-run': 'reconcile-run',
  'review-run': 'review-run',
  'close-run': 'close-run',
  'abort-run': 'abort-run',
  'void-run': 'void-run',
  'consume-lot': 'consume-lot',
  'produce-lot': 'produce-lot',
  'lose-material': 'lose-material',
  'return-material': 'return-material',
  'record-training': 'record-training',
  'acknowledge-policy': 'acknowledge-policy',
  'sign-record': 'sign-record',
  'decide-gate': 'decide-gate',
  'review-records': 'review-records',
  'acknowledge-alarm': 'acknowledge-alarm',
  'place-hold': 'place-hold',
  'review-hold': 'review-hold',
  'disposition-hold': 'disposition-hold',
  'execute-hold': 'execute-hold',
  'open-deviation': 'open-deviation',
  'evaluate-deviation': 'evaluate-deviation',
  'assign-action': 'assign-action',
  'complete-action': 'complete-action',
  'verify-action': 'verify-action',
  'verify-deviation': 'verify-deviation',
  'close-deviation': 'close-deviation',
  'record-calibration': 'record-calibration',
  'define-printer': 'define-printer',
  'print-label': 'print-label',
  'cancel-print': 'cancel-print',
  'open-recall': 'open-recall',
  'scope-recall': 'scope-recall',
  'hold-recall': 'hold-recall',
  'find-recalled-lot': 'find-recalled-lot',
  'complete-recall-task': 'complete-recall-task',
  'notify-consignee': 'notify-consignee',
  'answer-consignee': 'answer-consignee',
  'check-consignee': 'check-consignee',
  'reconcile-recall': 'reconcile-recall',
  'close-recall': 'close-recall',
  'request-trace-export': 'request-trace-export',
  'correct-kde': 'correct-kde',
  'issue-trace-plan': 'issue-trace-plan',
  'call-help': 'call-help',
  'answer-help': 'answer-help',
  'close-help': 'close-help',
  'hand-over-shift': 'hand-over-shift',
  'accept-handover': 'accept-handover',
  'enter-temperature': 'enter-temperature',
} as const;

export type CommandBatchCommandsItemParams = {[key: string]: unknown};

export type CommandBatchCommandsItemBody = {[key: string]: unknown};

export type CommandBatchCommandsItem = {
  /** @pattern ^[A-Za-z0-9_-]{8,64}$ */
  key: string;
  command: CommandBatchCommandsItemCommand;
  params?: CommandBatchCommandsItemParams;
  body?: CommandBatchCommandsItemBody;
  /**
     * @minLength 1
     * @maxLength 100
     */
  lane?: string;
};

export interface CommandBatch {
  /**
     * @minItems 1
     * @maxItems 100
     */
  commands: CommandBatchCommandsItem[];
}

export interface TabletInvitation {
  /** Eight letters and digits in two groups, such as 7K3M-XQ2P. */
  code: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  tablet_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  expires_at: string;
}

export interface TabletInvitationRequest {
  /**
     * @minLength 1
     * @maxLength 80
     */
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  station?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  tablet_id?: string;
}

export type TabletViewState = typeof TabletViewState[keyof typeof TabletViewState];


export const TabletViewState = {
  ENROLLED: 'ENROLLED',
  REVOKED: 'REVOKED',
} as const;

export interface TabletView {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  tablet_id: string;
  title: string;
  station: string | null;
  state: TabletViewState;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  epoch: string;
  received_seq: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  enrolled_at: string;
  seen_at: string | null;
  losses: number;
}

export interface TabletPage {
  tablets: TabletView[];
}

export interface TabletRevocation {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
}

export interface EnrolledTablet {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  tablet_id: string;
  title: string;
  station: string | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  site_name: string;
  code_prefix: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  server_time: string;
}

export interface TabletKey {
  kty: 'EC';
  crv: 'P-256';
  /** @pattern ^[A-Za-z0-9_-]{43}$ */
  x: string;
  /** @pattern ^[A-Za-z0-9_-]{43}$ */
  y: string;
}

export interface TabletEnrolment {
  /**
     * @minLength 8
     * @maxLength 12
     */
  code?: string;
  key: TabletKey;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  epoch: string;
}

export type TabletVerdictsVerdictsItemVerdict = typeof TabletVerdictsVerdictsItemVerdict[keyof typeof TabletVerdictsVerdictsItemVerdict];


export const TabletVerdictsVerdictsItemVerdict = {
  done: 'done',
  refused: 'refused',
  parked: 'parked',
} as const;

export type TabletVerdictsVerdictsItem = {
  key: string;
  verdict: TabletVerdictsVerdictsItemVerdict;
  status: number;
  answer?: unknown;
  problem?: Problem;
};

export type TabletVerdictsMissingItem = {
  /** @minimum 1 */
  from: number;
  /** @minimum 1 */
  to: number;
};

export interface TabletVerdicts {
  verdicts: TabletVerdictsVerdictsItem[];
  /** @minimum 0 */
  received_seq: number;
  /** @minimum 0 */
  highest_seq: number;
  /** @maxItems 20 */
  missing: TabletVerdictsMissingItem[];
}

export type TabletBatchCommandsItem = {
  /**
     * @minLength 2
     * @maxLength 65536
     */
  text: string;
  /** @pattern ^[A-Za-z0-9_-]{86}$ */
  sig: string;
};

export interface TabletBatch {
  /**
     * @minItems 1
     * @maxItems 50
     */
  commands: TabletBatchCommandsItem[];
}

export interface QcDecisionPage {
  decisions: QcDecision[];
  next: string | null;
}

export interface HoldPage {
  holds: Hold[];
  next: string | null;
}

export type DeviationRowState = typeof DeviationRowState[keyof typeof DeviationRowState];


export const DeviationRowState = {
  OPEN: 'OPEN',
  CONTAINED: 'CONTAINED',
  EVALUATED: 'EVALUATED',
  ACTIONS_DONE: 'ACTIONS_DONE',
  VERIFIED: 'VERIFIED',
  CLOSED: 'CLOSED',
} as const;

export type DeviationRowCause = typeof DeviationRowCause[keyof typeof DeviationRowCause];


export const DeviationRowCause = {
  gate: 'gate',
  excursion: 'excursion',
  calibration: 'calibration',
  manual: 'manual',
} as const;

export type DeviationRowEvaluationResult = typeof DeviationRowEvaluationResult[keyof typeof DeviationRowEvaluationResult];


export const DeviationRowEvaluationResult = {
  safe: 'safe',
  unsafe: 'unsafe',
  safe_after_treatment: 'safe_after_treatment',
} as const;

export type DeviationRowEvaluation = {
  /** @maxLength 500 */
  method: string;
  result: DeviationRowEvaluationResult;
  root_cause: string | null;
  reanalysis_needed: boolean;
} | null;

export interface DeviationRow {
  state: DeviationRowState;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  deviation_id: string;
  cause: DeviationRowCause;
  gate_id: string | null;
  decision_id: string | null;
  monitor_id: string | null;
  monitor_version: number | null;
  device_id: string | null;
  channel: string | null;
  instrument_id: string | null;
  run_id: string | null;
  line: string | null;
  value: string | null;
  unit: string | null;
  limit: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  began_at: string;
  last_good_at: string | null;
  reading_seq: number | null;
  hold_id: string | null;
  lot_count: number;
  /** @maxLength 500 */
  text: string;
  said: Said | null;
  opened_at: string;
  ended_at: string | null;
  worst_value: Decimal | null;
  evaluation: DeviationRowEvaluation;
  evaluated_at: string | null;
  evaluated_by: string | null;
  verified_at: string | null;
  verified_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
}

export interface DeviationPage {
  deviations: DeviationRow[];
  next: string | null;
}

export type DueReviewType = typeof DueReviewType[keyof typeof DueReviewType];


export const DueReviewType = {
  gatedecided: 'gate.decided',
  deviationopened: 'deviation.opened',
  calibrationrecorded: 'calibration.recorded',
} as const;

export interface DueReview {
  /** Number of its ledger event: what a review names. */
  seq: number;
  hash: string;
  type: DueReviewType;
  subject: string;
  text: string;
  recorded_at: string;
  /** Who cannot review it. */
  performed_by: string;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  due_on: string;
  overdue: boolean;
}

export interface DueReviewPage {
  reviews: DueReview[];
  next: string | null;
}

export type DueCalibrationCalibration = typeof DueCalibrationCalibration[keyof typeof DueCalibrationCalibration];


export const DueCalibrationCalibration = {
  valid: 'valid',
  due: 'due',
  overdue: 'overdue',
  never: 'never',
  not_needed: 'not_needed',
} as const;

export interface DueCalibration {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  instrument_id: string;
  title: string;
  kind: string;
  calibration: DueCalibrationCalibration;
  next_due_on: string | null;
  last_calibration_id: string | null;
}

export interface DueCalibrations {
  calibrations: DueCalibration[];
}

export interface CalibrationPage {
  calibrations: Calibration[];
  next: string | null;
}

export interface AlarmPage {
  alarms: Alarm[];
  next: string | null;
}

export type DeviceState = typeof DeviceState[keyof typeof DeviceState];


export const DeviceState = {
  connecting: 'connecting',
  ok: 'ok',
  late: 'late',
  faulted: 'faulted',
  stopped: 'stopped',
  not_monitored: 'not_monitored',
} as const;

export type DeviceCounters = {
  /** @minimum 0 */
  samples: number;
  /** @minimum 0 */
  published: number;
  /** @minimum 0 */
  suppressed: number;
  /** @minimum 0 */
  dropped: number;
  /** @minimum 0 */
  noise_bytes: number;
  /** @minimum 0 */
  checksum_errors: number;
  /** @minimum 0 */
  timeouts: number;
  /** @minimum 0 */
  late_replies: number;
  /** @minimum 0 */
  exceptions: number;
  /** @minimum 0 */
  reconnects: number;
  /** @minimum 0 */
  driver_crashes: number;
  /** @minimum 0 */
  requests?: number;
  /** @minimum 0 */
  skipped?: number;
  /** @minimum 0 */
  stalls?: number;
};

export type DeviceFigures = {
  configured_interval_ms: number | null;
  rtt_p50_ms: number | null;
  rtt_p95_ms: number | null;
  bus_busy_percent: number | null;
};

export type DeviceChannelsItemReportStrategy = typeof DeviceChannelsItemReportStrategy[keyof typeof DeviceChannelsItemReportStrategy];


export const DeviceChannelsItemReportStrategy = {
  on_read: 'on_read',
  on_change: 'on_change',
  on_change_or_period: 'on_change_or_period',
} as const;

export type DeviceChannelsItemReport = {
  strategy: DeviceChannelsItemReportStrategy;
  deadband?: Decimal;
  /**
     * @minimum 1
     * @maximum 86400
     */
  period_s?: number;
};

export type DeviceChannelsItemLimitsRate = {
  by: Decimal;
  /**
     * @minimum 1
     * @maximum 3600
     */
  within_s: number;
};

export type DeviceChannelsItemLimits = {
  hard_low?: Decimal;
  low?: Decimal;
  high?: Decimal;
  hard_high?: Decimal;
  warn_low?: Decimal;
  warn_high?: Decimal;
  rate?: DeviceChannelsItemLimitsRate;
};

export type DeviceChannelsItemCalibration = {
  offset?: Decimal;
  slope?: Decimal;
  /** @pattern ^\d{4}-\d{2}-\d{2}$ */
  due_on?: string;
  /**
     * @minLength 1
     * @maxLength 100
     */
  certificate?: string;
};

export type DeviceChannelsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  unit: Unit;
  /** @pattern ^(\$|[A-Za-z0-9_:/ -]{1,64}(\.[A-Za-z0-9_:/ -]{1,64}){0,7})$ */
  path?: string;
  report?: DeviceChannelsItemReport;
  limits?: DeviceChannelsItemLimits;
  calibration?: DeviceChannelsItemCalibration;
  keep_raw?: boolean;
};

export type ReadingWeightBasis = typeof ReadingWeightBasis[keyof typeof ReadingWeightBasis];


export const ReadingWeightBasis = {
  gross: 'gross',
  net: 'net',
  tare: 'tare',
  unknown: 'unknown',
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];


export const Verdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  unjudged: 'unjudged',
} as const;

export type ReadingWeight = {
  stable: boolean | null;
  basis: ReadingWeightBasis;
  at_zero?: boolean;
  high_res?: boolean;
  tare?: Decimal;
  /** @maxLength 40 */
  alibi_id?: string;
};

export interface Reading {
  /** @minimum 1 */
  seq: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  value: Decimal | null;
  unit: Unit | null;
  quality: Quality;
  reason: Reason;
  weight?: ReadingWeight;
  /**
     * The frame as received, hex.
     * @pattern ^([0-9a-f]{2}){0,512}$
     */
  raw?: string;
  verdict: Verdict;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  measured_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at: string;
  /** @maxLength 60 */
  source: string;
}

export interface Device {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  id: string;
  name: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  driver: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location: string;
  transport: string;
  state: DeviceState;
  reason: string;
  detail: string;
  since: string | null;
  last_sample_age_ms: number | null;
  achieved_interval_ms: number | null;
  writes_allowed: boolean;
  counters?: DeviceCounters;
  figures?: DeviceFigures;
  /** @maxItems 64 */
  channels: DeviceChannelsItem[];
  latest: Reading[];
}

export interface Devices {
  devices: Device[];
}

export type CommandAnswerOutcome = typeof CommandAnswerOutcome[keyof typeof CommandAnswerOutcome];


export const CommandAnswerOutcome = {
  done: 'done',
  refused: 'refused',
  failed: 'failed',
} as const;

export interface CommandAnswer {
  v: 1;
  /** @maxLength 40 */
  command_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  outcome: CommandAnswerOutcome;
  /** @maxLength 60 */
  reason: string;
  /** @maxLength 300 */
  detail: string;
}

export interface Readings {
  readings: Reading[];
}

export type MonitorStatusState = typeof MonitorStatusState[keyof typeof MonitorStatusState];


export const MonitorStatusState = {
  inside: 'inside',
  outside: 'outside',
  confirmed: 'confirmed',
  silent: 'silent',
} as const;

export interface MonitorStatus {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  monitor_id: string;
  version: number;
  title: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  unit: Unit;
  low: Decimal | null;
  high: Decimal | null;
  ccp: boolean;
  state: MonitorStatusState;
  silent: boolean;
  since: string | null;
  value: Decimal | null;
  received_at: string | null;
  reading_seq: number | null;
  deviation_id: string | null;
}

export interface MonitorStatuses {
  monitors: MonitorStatus[];
}

export interface TemperatureEntryPage {
  records: TemperatureEntry[];
  next: string | null;
}

export type SyncStatusState = typeof SyncStatusState[keyof typeof SyncStatusState];


export const SyncStatusState = {
  never: 'never',
  ok: 'ok',
  behind: 'behind',
  unreachable: 'unreachable',
  refused: 'refused',
  off: 'off',
} as const;

export interface SyncStatus {
  state: SyncStatusState;
  /** @minimum 0 */
  pending_events: number;
  /** @minimum 0 */
  pending_readings: number;
  oldest_pending_at: string | null;
  last_ack_at: string | null;
  problem: string | null;
}

export interface LedgerHead {
  /**
     * @minimum 1
     * @maximum 1000000000
     */
  epoch: number;
  /** @minimum 0 */
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
}

export interface LedgerHeadView {
  head: LedgerHead;
  acked: LedgerHead | null;
  checkpoint: string | null;
  receipt: string | null;
}

export type LedgerEventsEventsItemEvent = {
  /** @minimum 1 */
  v: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @minimum 1 */
  seq: number;
  /**
     * @minLength 1
     * @maxLength 60
     */
  type: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  recorded_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
};

export type LedgerEventsEventsItem = {
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  event: LedgerEventsEventsItemEvent;
};

export interface LedgerEvents {
  events: LedgerEventsEventsItem[];
  next: number | null;
}

export interface LedgerProof {
  seq: number;
  /** The exact text that was hashed. */
  body: string;
  /** @pattern ^[0-9a-f]{64}$ */
  row_hash: string;
  /** Tree size of the checkpoint. */
  size: number;
  /** @items.pattern ^[0-9a-f]{64}$ */
  path: string[];
  /** Signed note (C2SP tlog-checkpoint). */
  checkpoint: string;
}

export type AuditEntryActorKind = typeof AuditEntryActorKind[keyof typeof AuditEntryActorKind];


export const AuditEntryActorKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type AuditEntryActorAuth = typeof AuditEntryActorAuth[keyof typeof AuditEntryActorAuth];


export const AuditEntryActorAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type AuditEntryActor = {
  kind: AuditEntryActorKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: AuditEntryActorAuth;
  display_name: string | null;
} | null;

export type AuditEntryInsideActorKind = typeof AuditEntryInsideActorKind[keyof typeof AuditEntryInsideActorKind];


export const AuditEntryInsideActorKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type AuditEntryInsideActorAuth = typeof AuditEntryInsideActorAuth[keyof typeof AuditEntryInsideActorAuth];


export const AuditEntryInsideActorAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type AuditEntryInsideActor = {
  kind: AuditEntryInsideActorKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: AuditEntryInsideActorAuth;
  display_name: string | null;
} | null;

export type AuditEntryInside = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  recorded_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  type: string;
  actor: AuditEntryInsideActor;
  subject: string | null;
  data: unknown;
  reason: string | null;
  corrects: string | null;
} | null;

export type AuditEntryBefore = {[key: string]: unknown} | null;

/**
 * Values by their path in `data`.
 */
export type AuditEntryAfter = {[key: string]: unknown};

export interface AuditEntry {
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  recorded_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  type: string;
  actor: AuditEntryActor;
  subject: string | null;
  data: unknown;
  reason: string | null;
  corrects: string | null;
  inside: AuditEntryInside;
  before: AuditEntryBefore;
  /** Values by their path in `data`. */
  after: AuditEntryAfter;
  /** False: the subject has so many earlier events that not all were read; `before` may lack fields. */
  before_complete: boolean;
}

export interface AuditPage {
  entries: AuditEntry[];
  next: string | null;
}

export interface AuditExport {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  entries: AuditEntry[];
  rows: number;
  /** @pattern ^[0-9a-f]{64}$ */
  sha256: string;
}

export type PackState = typeof PackState[keyof typeof PackState];


export const PackState = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  MADE: 'MADE',
  FAILED: 'FAILED',
  GONE: 'GONE',
} as const;

export type PackFormat = typeof PackFormat[keyof typeof PackFormat];


export const PackFormat = {
  pdf: 'pdf',
  zip: 'zip',
} as const;

export type PackProblem = {
  code: string;
  text: string;
  hint: string;
} | null;

export interface Pack {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  pack_id: string;
  state: PackState;
  lot_id: string | null;
  run_id: string | null;
  from: string | null;
  to: string | null;
  format: PackFormat;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  requested_at: string;
  /** Id of the person. */
  requested_by: string;
  records_done: number | null;
  records: number | null;
  size_bytes: number | null;
  sha256: string | null;
  ledger_size: number | null;
  made_at: string | null;
  expires_at: string | null;
  problem: PackProblem;
}

/**
 * One lot, one run, or all that was recorded from one time on and before another.
 */
export type PackRequestOf = {
  /**
     * @minLength 1
     * @maxLength 60
     */
  lot_id: string;
} | {
  /**
     * @minLength 1
     * @maxLength 60
     */
  run_id: string;
} | {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  from: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  to: string;
};

export type PackRequestFormat = typeof PackRequestFormat[keyof typeof PackRequestFormat];


export const PackRequestFormat = {
  pdf: 'pdf',
  zip: 'zip',
} as const;

export interface PackRequest {
  /** One lot, one run, or all that was recorded from one time on and before another. */
  of: PackRequestOf;
  format: PackRequestFormat;
}

export interface PackPage {
  records: Pack[];
  next: string | null;
}

export interface Attachment {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  attachment_id: string;
  /** @pattern ^[0-9a-f]{64}$ */
  sha256: string;
  /** @minimum 1 */
  size_bytes: number;
  media_type: string;
  name: string;
  subject: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  added_at: string;
  added_by: string;
}

export interface AttachmentPage {
  attachments: Attachment[];
  next: string | null;
}

export type ScanAnswerWhat = typeof ScanAnswerWhat[keyof typeof ScanAnswerWhat];


export const ScanAnswerWhat = {
  lot: 'lot',
  handling_unit: 'handling_unit',
  hold: 'hold',
  item: 'item',
} as const;

export type ScanAnswerLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
};

export type ScanAnswerForm = typeof ScanAnswerForm[keyof typeof ScanAnswerForm] | null;


export const ScanAnswerForm = {
  bracketed: 'bracketed',
  element_string: 'element_string',
  digital_link: 'digital_link',
  gtin: 'gtin',
  sscc: 'sscc',
  plain: 'plain',
} as const;

export type ScanAnswerElementsItem = {
  ai: string;
  value: string;
};

export type ScanAnswerLabelNetUnit = typeof ScanAnswerLabelNetUnit[keyof typeof ScanAnswerLabelNetUnit];


export const ScanAnswerLabelNetUnit = {
  kg: 'kg',
  lb: 'lb',
} as const;

export type ScanAnswerLabelNet = {
  value: string;
  unit: ScanAnswerLabelNetUnit;
  decimals: number;
} | null;

export type ScanAnswerLabelGrossUnit = typeof ScanAnswerLabelGrossUnit[keyof typeof ScanAnswerLabelGrossUnit];


export const ScanAnswerLabelGrossUnit = {
  kg: 'kg',
  lb: 'lb',
} as const;

export type ScanAnswerLabelGross = {
  value: string;
  unit: ScanAnswerLabelGrossUnit;
  decimals: number;
} | null;

export type ScanAnswerLabelProductionDatePrecision = typeof ScanAnswerLabelProductionDatePrecision[keyof typeof ScanAnswerLabelProductionDatePrecision];


export const ScanAnswerLabelProductionDatePrecision = {
  day: 'day',
  month: 'month',
} as const;

export type ScanAnswerLabelProductionDate = {
  date: string;
  precision: ScanAnswerLabelProductionDatePrecision;
} | null;

export type ScanAnswerLabelPackagingDatePrecision = typeof ScanAnswerLabelPackagingDatePrecision[keyof typeof ScanAnswerLabelPackagingDatePrecision];


export const ScanAnswerLabelPackagingDatePrecision = {
  day: 'day',
  month: 'month',
} as const;

export type ScanAnswerLabelPackagingDate = {
  date: string;
  precision: ScanAnswerLabelPackagingDatePrecision;
} | null;

export type ScanAnswerLabelBestBeforePrecision = typeof ScanAnswerLabelBestBeforePrecision[keyof typeof ScanAnswerLabelBestBeforePrecision];


export const ScanAnswerLabelBestBeforePrecision = {
  day: 'day',
  month: 'month',
} as const;

export type ScanAnswerLabelBestBefore = {
  date: string;
  precision: ScanAnswerLabelBestBeforePrecision;
} | null;

export type ScanAnswerLabelSellByPrecision = typeof ScanAnswerLabelSellByPrecision[keyof typeof ScanAnswerLabelSellByPrecision];


export const ScanAnswerLabelSellByPrecision = {
  day: 'day',
  month: 'month',
} as const;

export type ScanAnswerLabelSellBy = {
  date: string;
  precision: ScanAnswerLabelSellByPrecision;
} | null;

export type ScanAnswerLabelUseByPrecision = typeof ScanAnswerLabelUseByPrecision[keyof typeof ScanAnswerLabelUseByPrecision];


export const ScanAnswerLabelUseByPrecision = {
  day: 'day',
  month: 'month',
} as const;

export type ScanAnswerLabelUseBy = {
  date: string;
  precision: ScanAnswerLabelUseByPrecision;
} | null;

export type ScanAnswerLabel = {
  gtin: string | null;
  lot: string | null;
  serial: string | null;
  sscc: string | null;
  gln: string | null;
  gln_extension: string | null;
  count: number | null;
  net: ScanAnswerLabelNet;
  gross: ScanAnswerLabelGross;
  production_date: ScanAnswerLabelProductionDate;
  packaging_date: ScanAnswerLabelPackagingDate;
  best_before: ScanAnswerLabelBestBefore;
  sell_by: ScanAnswerLabelSellBy;
  use_by: ScanAnswerLabelUseBy;
};

export type ScanAnswerWarningsItemCode = typeof ScanAnswerWarningsItemCode[keyof typeof ScanAnswerWarningsItemCode];


export const ScanAnswerWarningsItemCode = {
  symbology_missing: 'symbology_missing',
  symbology_guessed: 'symbology_guessed',
  separator_substituted: 'separator_substituted',
  separator_lost: 'separator_lost',
  ambiguous: 'ambiguous',
  incomplete: 'incomplete',
} as const;

export type ScanAnswerWarningsItemOtherItem = {
  ai: string;
  value: string;
};

export type ScanAnswerWarningsItem = {
  code: ScanAnswerWarningsItemCode;
  message: string;
  other?: ScanAnswerWarningsItemOtherItem[];
};

export type ScanAnswerFault = {
  code: string;
  at: number;
  message: string;
  hint: string;
} | null;

export interface ScanAnswer {
  what: ScanAnswerWhat;
  lots: ScanAnswerLotsItem[];
  hu_id: string | null;
  hold_id: string | null;
  item_id: string | null;
  form: ScanAnswerForm;
  symbology: string | null;
  elements: ScanAnswerElementsItem[];
  label: ScanAnswerLabel;
  warnings: ScanAnswerWarningsItem[];
  fault: ScanAnswerFault;
}

export interface ScanRequest {
  /**
     * @minItems 1
     * @maxItems 6
     * @items.minLength 1
     * @items.maxLength 8000
     */
  symbols: string[];
  /**
     * What the scanner sends instead of GS.
     * @minLength 1
     * @maxLength 8
     */
  separator?: string;
}

export type EpcisFindingLevel = typeof EpcisFindingLevel[keyof typeof EpcisFindingLevel];


export const EpcisFindingLevel = {
  error: 'error',
  warning: 'warning',
} as const;

export type EpcisFindingCode = typeof EpcisFindingCode[keyof typeof EpcisFindingCode];


export const EpcisFindingCode = {
  shape: 'shape',
  word: 'word',
  prefix: 'prefix',
  parent: 'parent',
  record_time: 'record_time',
  check_digit: 'check_digit',
  balance: 'balance',
  lot_unknown: 'lot_unknown',
  event_changed: 'event_changed',
  too_large: 'too_large',
  number: 'number',
} as const;

export interface EpcisFinding {
  pointer: string;
  level: EpcisFindingLevel;
  code: EpcisFindingCode;
  text: string;
}

export type EpcisCaptureJobCaptureErrorBehaviour = typeof EpcisCaptureJobCaptureErrorBehaviour[keyof typeof EpcisCaptureJobCaptureErrorBehaviour];


export const EpcisCaptureJobCaptureErrorBehaviour = {
  rollback: 'rollback',
  proceed: 'proceed',
} as const;

export interface EpcisCaptureJob {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  captureID: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  createdAt: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  finishedAt: string;
  running: false;
  success: boolean;
  captureErrorBehaviour: EpcisCaptureJobCaptureErrorBehaviour;
  eventCount: number;
  captured: number;
  /** Were here before: nothing was kept twice. */
  known: number;
  errors: EpcisFinding[];
  warnings: EpcisFinding[];
  /** What to do where it was no success. */
  hint: string | null;
}

export interface TraceRequestPage {
  records: TraceRequest[];
  next: string | null;
}

export interface KdeCorrectionPage {
  records: KdeCorrection[];
  next: string | null;
}

export interface TracePlanPage {
  records: TracePlan[];
  next: string | null;
}

export interface RecallPage {
  records: Recall[];
  next: string | null;
}

export type RecallLotsLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  item_id: string | null;
  status: string;
  on_hand_mg: number;
  on_hand_kg: Decimal;
};

export interface RecallLots {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  version: number;
  lots: RecallLotsLotsItem[];
}

export type RecallBalanceTotal = {
  registered_mg: number;
  used_mg: number;
  divided_mg: number;
  shipped_mg: number;
  waste_mg: number;
  sample_mg: number;
  loss_mg: number;
  adjusted_mg: number;
  sent_back_mg: number;
  voided_mg: number;
  on_hand_mg: number;
  unexplained_mg: number;
  received_mg: number;
  produced_mg: number;
  rework_mg: number;
  run_waste_mg: number;
  run_sample_mg: number;
  run_loss_mg: number;
  entered_mg: number;
  lot_count: number;
  run_count: number;
  in_process_mg: number;
  run_unexplained_mg: number;
  accounted_pct: Decimal | null;
};

export type RecallBalanceLotsItemPlacesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  weight_mg: number;
};

export type RecallBalanceLotsItemShippedItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  shipment_id: string | null;
  shipped_at: string | null;
  shipped_mg: number;
  returned_mg: number;
};

export type RecallBalanceLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  item_id: string | null;
  status: LotStatus;
  registered_mg: number;
  used_mg: number;
  divided_mg: number;
  shipped_mg: number;
  waste_mg: number;
  sample_mg: number;
  loss_mg: number;
  adjusted_mg: number;
  sent_back_mg: number;
  voided_mg: number;
  on_hand_mg: number;
  unexplained_mg: number;
  places: RecallBalanceLotsItemPlacesItem[];
  shipped: RecallBalanceLotsItemShippedItem[];
};

export type RecallBalanceRunsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  run_code: string;
  state: string;
  scope_mg: number;
  input_mg: number;
  good_mg: number;
  by_product_mg: number;
  rework_mg: number;
  waste_mg: number;
  sample_mg: number;
  process_loss_mg: number;
  given_mg: number;
  in_process_mg: number;
  unexplained_mg: number;
};

export interface RecallBalance {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  version: number;
  fixed_at: string | null;
  total: RecallBalanceTotal;
  lots: RecallBalanceLotsItem[];
  runs: RecallBalanceRunsItem[];
}

export type RecallNoticeMode = typeof RecallNoticeMode[keyof typeof RecallNoticeMode];


export const RecallNoticeMode = {
  mock: 'mock',
  real: 'real',
} as const;

export type RecallNoticeLotsItemPlacesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  title: string;
  weight_kg: Decimal;
};

export type RecallNoticeLotsItemFindingState = typeof RecallNoticeLotsItemFindingState[keyof typeof RecallNoticeLotsItemFindingState];


export const RecallNoticeLotsItemFindingState = {
  FOUND: 'FOUND',
  MISSING: 'MISSING',
} as const;

export type RecallNoticeLotsItemFinding = {
  state: RecallNoticeLotsItemFindingState;
  location_id: string | null;
  weight_kg: Decimal | null;
  reason: string | null;
  found_at: string;
  found_by: string;
  occurred_at: string;
} | null;

export type RecallNoticeLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  product: string | null;
  lot_type: LotType;
  status: LotStatus;
  on_hand_kg: Decimal;
  places: RecallNoticeLotsItemPlacesItem[];
  finding: RecallNoticeLotsItemFinding;
};

export interface RecallNotice {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  recall_id: string;
  mode: RecallNoticeMode;
  state: RecallState;
  scenario: string;
  opened_at: string;
  held_at: string;
  /** @minimum 0 */
  lot_count: number;
  /** @minimum 0 */
  to_find_count: number;
  /** @minimum 0 */
  found_count: number;
  /** @minimum 0 */
  missing_count: number;
  /** @maxItems 500 */
  lots: RecallNoticeLotsItem[];
  /** @minimum 0 */
  more: number;
}

export interface RecallNotices {
  as_of: string;
  notices: RecallNotice[];
}

export interface TraceQuantities {
  /** @minimum 0 */
  registered_mg: number;
  /** @minimum 0 */
  on_hand_mg: number;
  /** Into runs, without what came back. */
  consumed_mg: number;
  /** Became part of other lots without a run: split, merged, reworked. */
  into_lots_mg: number;
  /** To customers, without what came back. */
  shipped_mg: number;
  waste_mg: number;
  sample_mg: number;
  /** Lost, counted away, voided; below zero: counted in. */
  adjusted_mg: number;
}

export interface TraceStock {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location_id: string;
  hu_id: string | null;
  /** @minimum 0 */
  weight_mg: number;
  count: number | null;
}

export interface TraceGate {
  gate_no: number;
  ccp: boolean;
  decision: Decision;
  seq: number;
}

export interface TraceShipped {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  shipment_id: string | null;
  /** Below zero: it came back. */
  weight_mg: number;
  count: number | null;
}

export type TraceLotWay = typeof TraceLotWay[keyof typeof TraceLotWay];


export const TraceLotWay = {
  start: 'start',
  forward: 'forward',
  backward: 'backward',
} as const;

export interface TraceLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  tlc_source: string;
  way: TraceLotWay;
  lot_type: LotType;
  item_id: string | null;
  product: string | null;
  line: string | null;
  /** @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$ */
  day: string;
  expires_on: string | null;
  status: LotStatus;
  open_holds: number;
  gate_passed: number;
  supplier_id: string | null;
  supplier: string | null;
  supplier_lot_code: string | null;
  receipt_id: string | null;
  quantities: TraceQuantities;
  stock: TraceStock[];
  gates: TraceGate[];
  /** @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_ids: string[];
  shipped: TraceShipped[];
}

export interface TraceRun {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  run_code: string | null;
  state: string | null;
  line: string | null;
  item_id: string | null;
  product: string | null;
  started_at: string | null;
  completed_at: string | null;
  /** The stages that the trace goes through. */
  stages: number[];
  gates: TraceGate[];
}

export type TraceLinkFrom = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
} | {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  stage: number;
};

export type TraceLinkInto = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
} | {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  run_id: string;
  stage: number;
};

export interface TraceLink {
  from: TraceLinkFrom;
  into: TraceLinkInto;
  kind: LinkKind;
  /** 0 from one stage of a run to the next: shares follow from what went in. */
  weight_mg: number;
  count: number | null;
}

export type TraceHoldState = typeof TraceHoldState[keyof typeof TraceHoldState];


export const TraceHoldState = {
  OPEN: 'OPEN',
  UNDER_REVIEW: 'UNDER_REVIEW',
  DISPOSITIONED: 'DISPOSITIONED',
  EXECUTED: 'EXECUTED',
  CLOSED: 'CLOSED',
} as const;

export type TraceHoldCause = typeof TraceHoldCause[keyof typeof TraceHoldCause];


export const TraceHoldCause = {
  manual: 'manual',
  gate: 'gate',
  deviation: 'deviation',
  excursion: 'excursion',
  descendant: 'descendant',
  recall: 'recall',
} as const;

export interface TraceHold {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  hold_id: string;
  state: TraceHoldState;
  cause: TraceHoldCause;
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  placed_at: string;
}

export interface TraceShipment {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  shipment_id: string;
  shipment_code: string | null;
  state: string | null;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  ship_to: string | null;
  shipped_at: string | null;
}

export interface TraceConsignee {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  customer_id: string;
  title: string | null;
  gln: string | null;
  phone: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  lot_count: number;
  /** Shipped, without what came back. */
  weight_mg: number;
}

export interface TraceSupplier {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  supplier_id: string;
  title: string | null;
  gln: string | null;
  phone: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  lot_count: number;
  /** As registered, of its lots in the trace. */
  weight_mg: number;
}

export interface TraceNeighbour {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string;
  lot_type: LotType;
  status: LotStatus;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  room_id: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  beside_lot_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  from: string;
  until: string | null;
  /** Nine tenths of the share of the shorter stay that they stood together; never 1. */
  confidence: number;
}

export type TraceDirection = typeof TraceDirection[keyof typeof TraceDirection];


export const TraceDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export interface Trace {
  site: string;
  /** Number of the last event that the trace has seen. */
  at_seq: number;
  direction: TraceDirection;
  rework: boolean;
  same_room: boolean;
  /** @items.pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  start_lot_ids: string[];
  lot_count: number;
  lots: TraceLot[];
  runs: TraceRun[];
  links: TraceLink[];
  holds: TraceHold[];
  shipments: TraceShipment[];
  consignees: TraceConsignee[];
  suppliers: TraceSupplier[];
  neighbours: TraceNeighbour[];
  run_count: number;
  link_count: number;
  whole: true;
}

export type TraceNodeKind = typeof TraceNodeKind[keyof typeof TraceNodeKind];


export const TraceNodeKind = {
  lot: 'lot',
  run: 'run',
  lots: 'lots',
  runs: 'runs',
} as const;

export interface TraceNode {
  node_id: string;
  kind: TraceNodeKind;
  /** Stages from the start along the longest way; below zero: what it was made of. */
  column: number;
  /** Code of the lot or run; of many, what they have in common. */
  title: string;
  /** The trace starts here; such a lot is never collapsed. */
  start: boolean;
  item_id: string | null;
  lot_id: string | null;
  run_id: string | null;
  lot_type: LotType | null;
  status: LotStatus | null;
  /** Lots or stages that this stands for; 1 unless it is collapsed. */
  count: number;
  /** As registered, of all lots that this stands for. */
  weight_mg: number;
  /** How many of them are on hold, rejected or recalled. */
  held_count: number;
}

export interface TraceEdge {
  from: string;
  into: string;
  /** Links that this stands for. */
  count: number;
  weight_mg: number;
}

export type TraceGraphDirection = typeof TraceGraphDirection[keyof typeof TraceGraphDirection];


export const TraceGraphDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export interface TraceGraph {
  site: string;
  at_seq: number;
  direction: TraceGraphDirection;
  lot_count: number;
  /** Stages of runs. */
  stage_count: number;
  link_count: number;
  collapsed: boolean;
  nodes: TraceNode[];
  edges: TraceEdge[];
}

export type CreateUserHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ChangeUserHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type RecordTrainingHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type DisableUserHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type EnableUserHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type PseudonymiseUserHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ResetSecretHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AssignBadgeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type RevokeBadgeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListSignaturesParams = {
/**
 * The record, as `kind:id`.
 * @minLength 1
 * @maxLength 100
 */
subject: string;
};

export type SignRecordHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListLotsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 500
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
/**
 * UTC day of registration.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
day?: string;
lot_type?: ListLotsLotType;
/**
 * The whole code, alone.
 * @minLength 1
 * @maxLength 40
 */
code?: string;
/**
 * `true`: only lots of which something is left; by lot_type and item_id, not by day.
 */
in_house?: ListLotsInHouse;
/**
 * Lots of it in the house.
 * @minLength 1
 * @maxLength 40
 */
item_id?: string;
};

export type ListLotsLotType = typeof ListLotsLotType[keyof typeof ListLotsLotType];


export const ListLotsLotType = {
  RAW: 'RAW',
  WIP: 'WIP',
  FG: 'FG',
  REWORK: 'REWORK',
  PACKAGING: 'PACKAGING',
} as const;

export type ListLotsInHouse = typeof ListLotsInHouse[keyof typeof ListLotsInHouse];


export const ListLotsInHouse = {
  true: 'true',
  false: 'false',
} as const;

export type RegisterLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type VoidLotParams = {
/**
 * @minLength 3
 * @maxLength 300
 */
reason?: string;
};

export type VoidLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListItemsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type DefineItemHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListPartiesParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type DefinePartyHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListLocationsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type DefineLocationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListInstrumentsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type DefineInstrumentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ConfigureSiteHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListRecipesParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
recipe_id?: string;
};

export type DraftRecipeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListQcPlansParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
plan_id?: string;
};

export type DraftQcPlanHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListMonitorsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
monitor_id?: string;
};

export type DraftMonitorHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListRunsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
line?: string;
};

export type PlanRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type VoidRunParams = {
/**
 * @minLength 3
 * @maxLength 300
 */
reason?: string;
};

export type VoidRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type LinkLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type GetLotPostingsParams = {
/**
 * Default 100.
 * @minimum 1
 * @maximum 500
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,15}\.\d{1,6}$
 */
cursor?: string;
};

export type ListHandlingUnitsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
location_id?: string;
};

export type CreateHuHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListHelpCallsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type CallHelpHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListShiftHandoversParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
line?: string;
};

export type HandOverShiftHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListReceiptsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
supplier_id?: string;
};

export type ReceiveGoodsHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListShipmentsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
customer_id?: string;
};

export type PlanShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type VoidShipmentParams = {
/**
 * @minLength 3
 * @maxLength 300
 */
reason?: string;
};

export type VoidShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type DefinePrinterHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListPrintJobsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
printer_id?: string;
};

export type PrintLabelHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ApproveRecipeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ApproveRecipeBodySignMeaning = typeof ApproveRecipeBodySignMeaning[keyof typeof ApproveRecipeBodySignMeaning];


export const ApproveRecipeBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type ApproveRecipeBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: ApproveRecipeBodySignMeaning;
};

export type ApproveRecipeBody = {
  sign?: ApproveRecipeBodySign;
};

export type ApproveQcPlanHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ApproveQcPlanBodySignMeaning = typeof ApproveQcPlanBodySignMeaning[keyof typeof ApproveQcPlanBodySignMeaning];


export const ApproveQcPlanBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type ApproveQcPlanBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: ApproveQcPlanBodySignMeaning;
};

export type ApproveQcPlanBody = {
  sign?: ApproveQcPlanBodySign;
};

export type ApproveMonitorHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ApproveMonitorBodySignMeaning = typeof ApproveMonitorBodySignMeaning[keyof typeof ApproveMonitorBodySignMeaning];


export const ApproveMonitorBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type ApproveMonitorBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: ApproveMonitorBodySignMeaning;
};

export type ApproveMonitorBody = {
  sign?: ApproveMonitorBodySign;
};

export type UndoLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type UndoLotBody = { [key: string]: unknown };

export type SplitLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type MergeLotsHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReworkLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type MoveStockHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AdjustStockHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type PackHuHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type UnpackHuHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type MoveHuHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type PickShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type UnpickShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type StageShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ShipShipmentHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReturnGoodsHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReleaseRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReleaseRunBody = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type PrepareRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type PrepareRunBody = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type StartRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type StartRunBody = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type PauseRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type PauseRunBody = {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type ResumeRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ResumeRunBody = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type CompleteRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CompleteRunBody = {
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type ReconcileRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReconcileRunBodySignMeaning = typeof ReconcileRunBodySignMeaning[keyof typeof ReconcileRunBodySignMeaning];


export const ReconcileRunBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type ReconcileRunBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: ReconcileRunBodySignMeaning;
};

export type ReconcileRunBody = {
  /**
     * @minLength 3
     * @maxLength 500
     */
  explanation?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
  sign?: ReconcileRunBodySign;
};

export type ReviewRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReviewRunBodySignMeaning = typeof ReviewRunBodySignMeaning[keyof typeof ReviewRunBodySignMeaning];


export const ReviewRunBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type ReviewRunBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: ReviewRunBodySignMeaning;
};

export type ReviewRunBody = {
  /**
     * @minLength 3
     * @maxLength 500
     */
  notes?: string;
  sign?: ReviewRunBodySign;
};

export type CloseRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CloseRunBody = { [key: string]: unknown };

export type AbortRunHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AbortRunBody = {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason: string;
  scrap?: boolean;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
};

export type ConsumeLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ProduceLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type LoseMaterialHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReturnMaterialHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AcknowledgePolicyHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AcknowledgePolicyBody = { [key: string]: unknown };

export type DecideGateHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListQcDecisionsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
/**
 * Id or code.
 * @minLength 1
 * @maxLength 60
 */
lot_id?: string;
/**
 * Id or code.
 * @minLength 1
 * @maxLength 60
 */
run_id?: string;
};

export type ReviewRecordsHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListDueReviewsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
};

export type AcknowledgeAlarmHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AcknowledgeAlarmBody = {
  /** @maxLength 500 */
  notes?: string;
};

export type PlaceHoldHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListHoldsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
state?: ListHoldsState;
};

export type ListHoldsState = typeof ListHoldsState[keyof typeof ListHoldsState];


export const ListHoldsState = {
  OPEN: 'OPEN',
  UNDER_REVIEW: 'UNDER_REVIEW',
  DISPOSITIONED: 'DISPOSITIONED',
  EXECUTED: 'EXECUTED',
  CLOSED: 'CLOSED',
} as const;

export type ReviewHoldHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReviewHoldBody = {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
};

export type DispositionHoldHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ExecuteHoldHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type OpenDeviationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListDeviationsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
state?: ListDeviationsState;
};

export type ListDeviationsState = typeof ListDeviationsState[keyof typeof ListDeviationsState];


export const ListDeviationsState = {
  OPEN: 'OPEN',
  CONTAINED: 'CONTAINED',
  EVALUATED: 'EVALUATED',
  ACTIONS_DONE: 'ACTIONS_DONE',
  VERIFIED: 'VERIFIED',
  CLOSED: 'CLOSED',
} as const;

export type EvaluateDeviationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AssignActionHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CompleteActionHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type VerifyActionHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type VerifyDeviationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CloseDeviationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CloseDeviationBodySignMeaning = typeof CloseDeviationBodySignMeaning[keyof typeof CloseDeviationBodySignMeaning];


export const CloseDeviationBodySignMeaning = {
  performed: 'performed',
  reviewed: 'reviewed',
  approved: 'approved',
  released: 'released',
  rejected: 'rejected',
  verified: 'verified',
  witnessed: 'witnessed',
} as const;

export type CloseDeviationBodySign = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name?: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  meaning?: CloseDeviationBodySignMeaning;
};

export type CloseDeviationBody = {
  sign?: CloseDeviationBodySign;
};

export type RecordCalibrationHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListCalibrationsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
};

export type CancelPrintHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type OpenRecallHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListRecallsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
mode?: string;
};

export type ScopeRecallHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ScopeRecallBody = {
  /** Follow what was worked again. Default true. */
  include_rework?: boolean;
  /** What stood in a place together with the scope, and what was made of that. */
  include_same_room?: boolean;
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
};

export type HoldRecallHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type HoldRecallBody = {
  /**
     * @minLength 3
     * @maxLength 300
     */
  reason?: string;
};

export type FindRecalledLotHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CompleteRecallTaskHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CompleteRecallTaskBody = {
  /**
     * @minLength 3
     * @maxLength 500
     */
  text: string;
};

export type NotifyConsigneeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AnswerConsigneeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CheckConsigneeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReconcileRecallHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ReconcileRecallBody = {
  /**
     * @minLength 3
     * @maxLength 500
     */
  explanation?: string;
};

export type CloseRecallHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type RequestTraceExportHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListTraceExportsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type CorrectKdeHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListKdeCorrectionsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
of?: string;
};

export type IssueTracePlanHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListTracePlansParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type AnswerHelpHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AnswerHelpBody = {
  /**
     * @minLength 1
     * @maxLength 300
     */
  note?: string;
};

export type CloseHelpHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type CloseHelpBody = {
  /**
     * @minLength 1
     * @maxLength 300
     */
  note?: string;
};

export type AcceptHandoverHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type AcceptHandoverBody = {
  /**
     * @minLength 1
     * @maxLength 500
     */
  notes?: string;
};

export type EnterTemperatureHeaders = {
/**
 * A retry by the same person with the same key and body has the same answer and does nothing twice.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListTemperaturesParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
location_id?: string;
};

export type ListAlarmsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
state?: ListAlarmsState;
};

export type ListAlarmsState = typeof ListAlarmsState[keyof typeof ListAlarmsState];


export const ListAlarmsState = {
  RAISED: 'RAISED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
} as const;

export type ListReadingsParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
device_id: string;
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
channel: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
since?: string;
/**
 * Default 500.
 * @minimum 1
 * @maximum 2000
 */
limit?: number;
};

export type ListLedgerEventsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * Only events before this number.
 * @minimum 1
 */
before?: number;
/**
 * @minLength 1
 * @maxLength 100
 */
subject?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
type?: string;
};

export type ListAuditParams = {
/**
 * A record that the event concerns, as `kind:id`.
 * @minLength 1
 * @maxLength 100
 */
subject?: string;
/**
 * Who did it.
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
 */
person?: string;
/**
 * A device that the event concerns or that did it.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
device?: string;
/**
 * Such as `gate.decided`.
 * @minLength 1
 * @maxLength 60
 */
type?: string;
/**
 * Recorded at this time or later.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
from?: string;
/**
 * Recorded before this time.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
to?: string;
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
};

export type ExportAuditParams = {
/**
 * A record that the event concerns, as `kind:id`.
 * @minLength 1
 * @maxLength 100
 */
subject?: string;
/**
 * Who did it.
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
 */
person?: string;
/**
 * A device that the event concerns or that did it.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
device?: string;
/**
 * Such as `gate.decided`.
 * @minLength 1
 * @maxLength 60
 */
type?: string;
/**
 * Recorded at this time or later.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
from?: string;
/**
 * Recorded before this time.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
to?: string;
format: ExportAuditFormat;
};

export type ExportAuditFormat = typeof ExportAuditFormat[keyof typeof ExportAuditFormat];


export const ExportAuditFormat = {
  csv: 'csv',
  json: 'json',
} as const;

export type PrintAuditRecordParams = {
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
from?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
to?: string;
};

export type ListPacksParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^\d{1,16}\.[^\s]{1,100}$
 */
cursor?: string;
/**
 * @minLength 1
 * @maxLength 40
 */
state?: string;
};

export type ListAttachmentsParams = {
/**
 * @pattern ^[a-z][a-z_]{0,30}:[A-Za-z0-9._-]{1,64}$
 */
subject: string;
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[0-9]{1,16}-[0-9a-f-]{36}$
 */
cursor?: string;
};

export type AddAttachmentParams = {
/**
 * @pattern ^[a-z][a-z_]{0,30}:[A-Za-z0-9._-]{1,64}$
 */
subject: string;
/**
 * @minLength 1
 * @maxLength 120
 * @pattern ^[^\u0000-\u001f\u007f/\\"]+$
 */
name: string;
};

export type ListEpcisEventsParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEvents200 = { [key: string]: unknown };

export type CaptureEpcisEventBody = { [key: string]: unknown };

export type GetEpcisEvent200 = { [key: string]: unknown };

export type ListEpcisEventsOfEpcParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfEpc200 = { [key: string]: unknown };

export type ListEpcisEventsOfBizStepParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfBizStep200 = { [key: string]: unknown };

export type ListEpcisEventsOfBizLocationParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfBizLocation200 = { [key: string]: unknown };

export type ListEpcisEventsOfReadPointParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfReadPoint200 = { [key: string]: unknown };

export type ListEpcisEventsOfDispositionParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfDisposition200 = { [key: string]: unknown };

export type ListEpcisEventsOfEventTypeParams = {
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
eventType?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_eventTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
GE_recordTime?: string;
/**
 * With its offset; recordTime is that of this plant.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$
 */
LT_recordTime?: string;
/**
 * @pattern ^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$
 */
EQ_action?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizStep?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_disposition?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_set?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_persistentDisposition_unset?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_readPoint?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_bizLocation?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_transformationID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
EQ_eventID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epc?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_parentID?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_epcClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_inputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_outputEPCClass?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPC?: string;
/**
 * One, or several with | between them.
 * @minLength 1
 * @maxLength 1000
 */
MATCH_anyEPCClass?: string;
EXISTS_errorDeclaration?: 'true';
/**
 * Default 30.
 * @minimum 1
 * @maximum 500
 */
perPage?: number;
/**
 * @pattern ^\d{1,16}\.\d{1,6}$
 */
nextPageToken?: string;
};

export type ListEpcisEventsOfEventType200 = { [key: string]: unknown };

export type ExportEpcisDocumentParams = {
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
from?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
to?: string;
};

export type ExportEpcisDocument200 = { [key: string]: unknown };

export type TraceLotParams = {
/**
 * `forward`: what was made of it; `backward`: what it was made of; `both`, the default: the one and the other, and not what else was made of what it was made of.
 */
direction?: TraceLotDirection;
/**
 * `false`: the way does not go through links of rework. Default `true`.
 */
rework?: TraceLotRework;
/**
 * `true`: also the lots that stood in one room together with those of the trace.
 */
same_room?: TraceLotSameRoom;
};

export type TraceLotDirection = typeof TraceLotDirection[keyof typeof TraceLotDirection];


export const TraceLotDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export type TraceLotRework = typeof TraceLotRework[keyof typeof TraceLotRework];


export const TraceLotRework = {
  true: 'true',
  false: 'false',
} as const;

export type TraceLotSameRoom = typeof TraceLotSameRoom[keyof typeof TraceLotSameRoom];


export const TraceLotSameRoom = {
  true: 'true',
  false: 'false',
} as const;

export type DrawTraceParams = {
/**
 * `forward`: what was made of it; `backward`: what it was made of; `both`, the default: the one and the other, and not what else was made of what it was made of.
 */
direction?: DrawTraceDirection;
/**
 * `false`: the way does not go through links of rework. Default `true`.
 */
rework?: DrawTraceRework;
/**
 * So many things a column shows; of more, some become one. Default 24.
 * @minimum 4
 * @maximum 500
 */
column_max?: number;
};

export type DrawTraceDirection = typeof DrawTraceDirection[keyof typeof DrawTraceDirection];


export const DrawTraceDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export type DrawTraceRework = typeof DrawTraceRework[keyof typeof DrawTraceRework];


export const DrawTraceRework = {
  true: 'true',
  false: 'false',
} as const;

export type TraceByKeyParams = {
/**
 * Of a handling unit: with or without its AI 00.
 * @pattern ^(00)?\d{18}$
 */
sscc?: string;
/**
 * A label as it was scanned: element string, Digital Link, SSCC, or the plain code of a lot.
 * @minLength 1
 * @maxLength 2000
 */
scan?: string;
/**
 * With `lot_code`; shorter ones without their zeros.
 * @pattern ^(\d{8}|\d{12,14})$
 */
gtin?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
lot_code?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
supplier_lot_code?: string;
/**
 * With `supplier_lot_code`: only the lots of this supplier.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
supplier_id?: string;
/**
 * `forward`: what was made of it; `backward`: what it was made of; `both`, the default: the one and the other, and not what else was made of what it was made of.
 */
direction?: TraceByKeyDirection;
/**
 * `false`: the way does not go through links of rework. Default `true`.
 */
rework?: TraceByKeyRework;
/**
 * `true`: also the lots that stood in one room together with those of the trace.
 */
same_room?: TraceByKeySameRoom;
};

export type TraceByKeyDirection = typeof TraceByKeyDirection[keyof typeof TraceByKeyDirection];


export const TraceByKeyDirection = {
  forward: 'forward',
  backward: 'backward',
  both: 'both',
} as const;

export type TraceByKeyRework = typeof TraceByKeyRework[keyof typeof TraceByKeyRework];


export const TraceByKeyRework = {
  true: 'true',
  false: 'false',
} as const;

export type TraceByKeySameRoom = typeof TraceByKeySameRoom[keyof typeof TraceByKeySameRoom];


export const TraceByKeySameRoom = {
  true: 'true',
  false: 'false',
} as const;

export type CaptureEpcisHeaders = {
/**
 * Default rollback: all, or nothing.
 */
'gs1-capture-error-behaviour'?: CaptureEpcisGs1CaptureErrorBehaviour;
};

export type CaptureEpcisGs1CaptureErrorBehaviour = typeof CaptureEpcisGs1CaptureErrorBehaviour[keyof typeof CaptureEpcisGs1CaptureErrorBehaviour];


export const CaptureEpcisGs1CaptureErrorBehaviour = {
  rollback: 'rollback',
  proceed: 'proceed',
} as const;

export type CaptureEpcisBody = { [key: string]: unknown };

export const getHealthUrl = () => {




  return `/health`
}

export const health = async ( options?: Parameters<typeof appFetch>[1]): Promise<Alive> => {

  return appFetch<Alive>(getHealthUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReadyUrl = () => {




  return `/ready`
}

export const ready = async ( options?: Parameters<typeof appFetch>[1]): Promise<Ready> => {

  return appFetch<Ready>(getReadyUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPingUrl = () => {




  return `/api/v1/ping`
}

export const ping = async ( options?: Parameters<typeof appFetch>[1]): Promise<Pong> => {

  return appFetch<Pong>(getPingUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getMinClientUrl = () => {




  return `/api/v1/min-client`
}

export const minClient = async ( options?: Parameters<typeof appFetch>[1]): Promise<MinClient> => {

  return appFetch<MinClient>(getMinClientUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getMetricsUrl = () => {




  return `/metrics`
}

export const metrics = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getMetricsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getOpenapiUrl = () => {




  return `/api/openapi.json`
}

export const openapi = async ( options?: Parameters<typeof appFetch>[1]): Promise<unknown> => {

  return appFetch<unknown>(getOpenapiUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDocsUrl = () => {




  return `/api/docs`
}

export const docs = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getDocsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDocsFileUrl = (file: string,) => {




  return `/api/docs/${encodeURIComponent(String(file))}`
}

export const docsFile = async (file: string, options?: Parameters<typeof appFetch>[1]): Promise<unknown> => {

  return appFetch<unknown>(getDocsFileUrl(file),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListPeopleUrl = () => {




  return `/api/v1/people`
}

export const listPeople = async ( options?: Parameters<typeof appFetch>[1]): Promise<People> => {

  return appFetch<People>(getListPeopleUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getLoginUrl = () => {




  return `/api/v1/login`
}

export const login = async (floorLogin: FloorLogin, options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Session>(getLoginUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(floorLogin)
  }
);}



export const getRefreshUrl = () => {




  return `/api/v1/refresh`
}

export const refresh = async ( options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

  return appFetch<Session>(getRefreshUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getLogoutUrl = () => {




  return `/api/v1/logout`
}

export const logout = async ( options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getLogoutUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getMeUrl = () => {




  return `/api/v1/me`
}

export const me = async ( options?: Parameters<typeof appFetch>[1]): Promise<Person> => {

  return appFetch<Person>(getMeUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getStepUpUrl = () => {




  return `/api/v1/step-up`
}

export const stepUp = async (stepUpBody: StepUp, options?: Parameters<typeof appFetch>[1]): Promise<Elevation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Elevation>(getStepUpUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(stepUpBody)
  }
);}



export const getListUsersUrl = () => {




  return `/api/v1/users`
}

export const listUsers = async ( options?: Parameters<typeof appFetch>[1]): Promise<Users> => {

  return appFetch<Users>(getListUsersUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateUserUrl = () => {




  return `/api/v1/users`
}

/**
 * @summary Creates a person with a temporary secret, to be changed at the first sign-in.
 */
export const createUser = async (newUser: NewUser,
    headers?: CreateUserHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getCreateUserUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(newUser)
  }
);}



export const getGetUserUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}`
}

export const getUser = async (personId: string, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

  return appFetch<User>(getGetUserUrl(personId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getChangeUserUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}`
}

/**
 * @summary Changes the printed name or the role; another role ends the sessions of the person.
 */
export const changeUser = async (personId: string,
    userChange: UserChange,
    headers?: ChangeUserHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getChangeUserUrl(personId),
  {
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(userChange)
  }
);}



export const getListTrainingsUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/trainings`
}

export const listTrainings = async (personId: string, options?: Parameters<typeof appFetch>[1]): Promise<Trainings> => {

  return appFetch<Trainings>(getListTrainingsUrl(personId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRecordTrainingUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/trainings`
}

/**
 * @summary Records that a person was trained in a version of a procedure.
 */
export const recordTraining = async (personId: string,
    trainingEntry: TrainingEntry,
    headers?: RecordTrainingHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Training> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Training>(getRecordTrainingUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(trainingEntry)
  }
);}



export const getDisableUserUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/disable`
}

export const disableUser = async (personId: string,
    userReason: UserReason,
    headers?: DisableUserHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getDisableUserUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(userReason)
  }
);}



export const getEnableUserUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/enable`
}

export const enableUser = async (personId: string,
    userReason: UserReason,
    headers?: EnableUserHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getEnableUserUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(userReason)
  }
);}



export const getPseudonymiseUserUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/pseudonymise`
}

export const pseudonymiseUser = async (personId: string,
    userReason: UserReason,
    headers?: PseudonymiseUserHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getPseudonymiseUserUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(userReason)
  }
);}



export const getResetSecretUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/secret`
}

/**
 * @summary Sets a temporary secret; the sessions of the person end, and an alarm tells of it.
 */
export const resetSecret = async (personId: string,
    secretReset: SecretReset,
    headers?: ResetSecretHeaders, options?: Parameters<typeof appFetch>[1]): Promise<User> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<User>(getResetSecretUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(secretReset)
  }
);}



export const getAssignBadgeUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/badges`
}

export const assignBadge = async (personId: string,
    badgeAssignment: BadgeAssignment,
    headers?: AssignBadgeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Badge> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Badge>(getAssignBadgeUrl(personId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(badgeAssignment)
  }
);}



export const getRevokeBadgeUrl = (personId: string,
    badgeId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/badges/${encodeURIComponent(String(badgeId))}`
}

export const revokeBadge = async (personId: string,
    badgeId: string,
    headers?: RevokeBadgeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Badge> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Badge>(getRevokeBadgeUrl(personId,badgeId),
  {
    ...options,
    method: 'DELETE',
    headers: { ...headers, ...getHeaders(options?.headers) }

  }
);}



export const getListOwnSessionsUrl = () => {




  return `/api/v1/me/sessions`
}

export const listOwnSessions = async ( options?: Parameters<typeof appFetch>[1]): Promise<Sessions> => {

  return appFetch<Sessions>(getListOwnSessionsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getEndOwnSessionUrl = (sessionId: string,) => {




  return `/api/v1/me/sessions/${encodeURIComponent(String(sessionId))}`
}

export const endOwnSession = async (sessionId: string, options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getEndOwnSessionUrl(sessionId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getListSessionsUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/sessions`
}

export const listSessions = async (personId: string, options?: Parameters<typeof appFetch>[1]): Promise<Sessions> => {

  return appFetch<Sessions>(getListSessionsUrl(personId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getEndSessionsUrl = (personId: string,) => {




  return `/api/v1/users/${encodeURIComponent(String(personId))}/sessions`
}

export const endSessions = async (personId: string, options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getEndSessionsUrl(personId),
  {
    ...options,
    method: 'DELETE'


  }
);}



export const getChangeOwnSecretUrl = () => {




  return `/api/v1/me/secret`
}

export const changeOwnSecret = async (secretChange: SecretChange, options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Session>(getChangeOwnSecretUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(secretChange)
  }
);}



export const getListSignaturesUrl = (params: ListSignaturesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/signatures?${stringifiedParams}` : `/api/v1/signatures`
}

/**
 * Signatures that are bound to rows of a record, newest first, each checked now.
 */
export const listSignatures = async (params: ListSignaturesParams, options?: Parameters<typeof appFetch>[1]): Promise<Signatures> => {

  return appFetch<Signatures>(getListSignaturesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getSignRecordUrl = () => {




  return `/api/v1/signatures`
}

/**
 * @summary Signs rows of the ledger that are there, each bound by its hash.
 */
export const signRecord = async (recordSigning: RecordSigning,
    headers?: SignRecordHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Signature> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Signature>(getSignRecordUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(recordSigning)
  }
);}



export const getGetSignatureUrl = (signatureId: string,) => {




  return `/api/v1/signatures/${encodeURIComponent(String(signatureId))}`
}

export const getSignature = async (signatureId: string, options?: Parameters<typeof appFetch>[1]): Promise<Signature> => {

  return appFetch<Signature>(getGetSignatureUrl(signatureId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListLotsUrl = (params?: ListLotsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/lots?${stringifiedParams}` : `/api/v1/lots`
}

export const listLots = async (params?: ListLotsParams, options?: Parameters<typeof appFetch>[1]): Promise<LotPage> => {

  return appFetch<LotPage>(getListLotsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRegisterLotUrl = () => {




  return `/api/v1/lots`
}

/**
 * @summary Registers a lot with a weight from a scale or by hand.
 */
export const registerLot = async (lotRegistration: LotRegistration,
    headers?: RegisterLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getRegisterLotUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotRegistration)
  }
);}



export const getGetLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}`
}

export const getLot = async (lotId: string, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

  return appFetch<Lot>(getGetLotUrl(lotId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getVoidLotUrl = (lotId: string,
    params?: VoidLotParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/lots/${encodeURIComponent(String(lotId))}?${stringifiedParams}` : `/api/v1/lots/${encodeURIComponent(String(lotId))}`
}

/**
 * @summary Voids a lot that was registered by mistake; its record stays.
 */
export const voidLot = async (lotId: string,
    params?: VoidLotParams,
    headers?: VoidLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getVoidLotUrl(lotId,params),
  {
    ...options,
    method: 'DELETE',
    headers: { ...headers, ...getHeaders(options?.headers) }

  }
);}



export const getListItemsUrl = (params?: ListItemsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/items?${stringifiedParams}` : `/api/v1/items`
}

export const listItems = async (params?: ListItemsParams, options?: Parameters<typeof appFetch>[1]): Promise<DefinedItemPage> => {

  return appFetch<DefinedItemPage>(getListItemsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetItemUrl = (itemId: string,) => {




  return `/api/v1/items/${encodeURIComponent(String(itemId))}`
}

export const getItem = async (itemId: string, options?: Parameters<typeof appFetch>[1]): Promise<DefinedItem> => {

  return appFetch<DefinedItem>(getGetItemUrl(itemId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDefineItemUrl = (itemId: string,) => {




  return `/api/v1/items/${encodeURIComponent(String(itemId))}`
}

/**
 * @summary Defines a material, or its next version.
 */
export const defineItem = async (itemId: string,
    itemDefinition: ItemDefinition,
    headers?: DefineItemHeaders, options?: Parameters<typeof appFetch>[1]): Promise<DefinedItem> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<DefinedItem>(getDefineItemUrl(itemId),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(itemDefinition)
  }
);}



export const getListPartiesUrl = (params?: ListPartiesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/parties?${stringifiedParams}` : `/api/v1/parties`
}

export const listParties = async (params?: ListPartiesParams, options?: Parameters<typeof appFetch>[1]): Promise<DefinedPartyPage> => {

  return appFetch<DefinedPartyPage>(getListPartiesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPartyUrl = (partyId: string,) => {




  return `/api/v1/parties/${encodeURIComponent(String(partyId))}`
}

export const getParty = async (partyId: string, options?: Parameters<typeof appFetch>[1]): Promise<DefinedParty> => {

  return appFetch<DefinedParty>(getGetPartyUrl(partyId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDefinePartyUrl = (partyId: string,) => {




  return `/api/v1/parties/${encodeURIComponent(String(partyId))}`
}

/**
 * @summary Defines a supplier, customer or carrier, or its next version.
 */
export const defineParty = async (partyId: string,
    partyDefinition: PartyDefinition,
    headers?: DefinePartyHeaders, options?: Parameters<typeof appFetch>[1]): Promise<DefinedParty> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<DefinedParty>(getDefinePartyUrl(partyId),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(partyDefinition)
  }
);}



export const getListLocationsUrl = (params?: ListLocationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/locations?${stringifiedParams}` : `/api/v1/locations`
}

export const listLocations = async (params?: ListLocationsParams, options?: Parameters<typeof appFetch>[1]): Promise<DefinedLocationPage> => {

  return appFetch<DefinedLocationPage>(getListLocationsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetLocationUrl = (locationId: string,) => {




  return `/api/v1/locations/${encodeURIComponent(String(locationId))}`
}

export const getLocation = async (locationId: string, options?: Parameters<typeof appFetch>[1]): Promise<DefinedLocation> => {

  return appFetch<DefinedLocation>(getGetLocationUrl(locationId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDefineLocationUrl = (locationId: string,) => {




  return `/api/v1/locations/${encodeURIComponent(String(locationId))}`
}

/**
 * @summary Defines a place of the plant, or its next version.
 */
export const defineLocation = async (locationId: string,
    locationDefinition: LocationDefinition,
    headers?: DefineLocationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<DefinedLocation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<DefinedLocation>(getDefineLocationUrl(locationId),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(locationDefinition)
  }
);}



export const getListInstrumentsUrl = (params?: ListInstrumentsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/instruments?${stringifiedParams}` : `/api/v1/instruments`
}

export const listInstruments = async (params?: ListInstrumentsParams, options?: Parameters<typeof appFetch>[1]): Promise<DefinedInstrumentPage> => {

  return appFetch<DefinedInstrumentPage>(getListInstrumentsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetInstrumentUrl = (instrumentId: string,) => {




  return `/api/v1/instruments/${encodeURIComponent(String(instrumentId))}`
}

export const getInstrument = async (instrumentId: string, options?: Parameters<typeof appFetch>[1]): Promise<DefinedInstrument> => {

  return appFetch<DefinedInstrument>(getGetInstrumentUrl(instrumentId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDefineInstrumentUrl = (instrumentId: string,) => {




  return `/api/v1/instruments/${encodeURIComponent(String(instrumentId))}`
}

/**
 * @summary Defines what results are measured with, or its next version.
 */
export const defineInstrument = async (instrumentId: string,
    instrumentDefinition: InstrumentDefinition,
    headers?: DefineInstrumentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<DefinedInstrument> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<DefinedInstrument>(getDefineInstrumentUrl(instrumentId),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(instrumentDefinition)
  }
);}



export const getGetSettingsUrl = () => {




  return `/api/v1/settings`
}

export const getSettings = async ( options?: Parameters<typeof appFetch>[1]): Promise<ConfiguredSite> => {

  return appFetch<ConfiguredSite>(getGetSettingsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getConfigureSiteUrl = () => {




  return `/api/v1/settings`
}

/**
 * @summary Says what the site decides for itself, whole.
 */
export const configureSite = async (siteSettings: SiteSettings,
    headers?: ConfigureSiteHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ConfiguredSite> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ConfiguredSite>(getConfigureSiteUrl(),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(siteSettings)
  }
);}



export const getListRecipesUrl = (params?: ListRecipesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/recipes?${stringifiedParams}` : `/api/v1/recipes`
}

export const listRecipes = async (params?: ListRecipesParams, options?: Parameters<typeof appFetch>[1]): Promise<RecipeVersionPage> => {

  return appFetch<RecipeVersionPage>(getListRecipesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDraftRecipeUrl = () => {




  return `/api/v1/recipes`
}

/**
 * @summary Drafts the next version of a recipe.
 */
export const draftRecipe = async (recipe: Recipe,
    headers?: DraftRecipeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecipeVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecipeVersion>(getDraftRecipeUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(recipe)
  }
);}



export const getGetRecipeUrl = (recipeId: string,) => {




  return `/api/v1/recipes/${encodeURIComponent(String(recipeId))}`
}

export const getRecipe = async (recipeId: string, options?: Parameters<typeof appFetch>[1]): Promise<RecipeVersions> => {

  return appFetch<RecipeVersions>(getGetRecipeUrl(recipeId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListQcPlansUrl = (params?: ListQcPlansParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/qc-plans?${stringifiedParams}` : `/api/v1/qc-plans`
}

export const listQcPlans = async (params?: ListQcPlansParams, options?: Parameters<typeof appFetch>[1]): Promise<QcPlanVersionPage> => {

  return appFetch<QcPlanVersionPage>(getListQcPlansUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDraftQcPlanUrl = () => {




  return `/api/v1/qc-plans`
}

/**
 * @summary Drafts the next version of a QC plan.
 */
export const draftQcPlan = async (qcPlan: QcPlan,
    headers?: DraftQcPlanHeaders, options?: Parameters<typeof appFetch>[1]): Promise<QcPlanVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<QcPlanVersion>(getDraftQcPlanUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(qcPlan)
  }
);}



export const getGetQcPlanUrl = (planId: string,) => {




  return `/api/v1/qc-plans/${encodeURIComponent(String(planId))}`
}

export const getQcPlan = async (planId: string, options?: Parameters<typeof appFetch>[1]): Promise<QcPlanVersions> => {

  return appFetch<QcPlanVersions>(getGetQcPlanUrl(planId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListMonitorsUrl = (params?: ListMonitorsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/monitors?${stringifiedParams}` : `/api/v1/monitors`
}

export const listMonitors = async (params?: ListMonitorsParams, options?: Parameters<typeof appFetch>[1]): Promise<MonitorVersionPage> => {

  return appFetch<MonitorVersionPage>(getListMonitorsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDraftMonitorUrl = () => {




  return `/api/v1/monitors`
}

/**
 * @summary Drafts the next version of the monitoring of a sensor channel.
 */
export const draftMonitor = async (monitor: Monitor,
    headers?: DraftMonitorHeaders, options?: Parameters<typeof appFetch>[1]): Promise<MonitorVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<MonitorVersion>(getDraftMonitorUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(monitor)
  }
);}



export const getGetMonitorUrl = (monitorId: string,) => {




  return `/api/v1/monitors/${encodeURIComponent(String(monitorId))}`
}

export const getMonitor = async (monitorId: string, options?: Parameters<typeof appFetch>[1]): Promise<MonitorVersions> => {

  return appFetch<MonitorVersions>(getGetMonitorUrl(monitorId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListRunsUrl = (params?: ListRunsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/production-runs?${stringifiedParams}` : `/api/v1/production-runs`
}

export const listRuns = async (params?: ListRunsParams, options?: Parameters<typeof appFetch>[1]): Promise<RunPage> => {

  return appFetch<RunPage>(getListRunsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPlanRunUrl = () => {




  return `/api/v1/production-runs`
}

/**
 * @summary Plans a run, by the approved version of a recipe or without one.
 */
export const planRun = async (runPlan: RunPlan,
    headers?: PlanRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getPlanRunUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(runPlan)
  }
);}



export const getGetRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}`
}

export const getRun = async (runId: string, options?: Parameters<typeof appFetch>[1]): Promise<RunWhole> => {

  return appFetch<RunWhole>(getGetRunUrl(runId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getVoidRunUrl = (runId: string,
    params?: VoidRunParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/production-runs/${encodeURIComponent(String(runId))}?${stringifiedParams}` : `/api/v1/production-runs/${encodeURIComponent(String(runId))}`
}

/**
 * @summary Voids a run that was recorded by mistake, with its unused outputs; its record stays.
 */
export const voidRun = async (runId: string,
    params?: VoidRunParams,
    headers?: VoidRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getVoidRunUrl(runId,params),
  {
    ...options,
    method: 'DELETE',
    headers: { ...headers, ...getHeaders(options?.headers) }

  }
);}



export const getGetLocationStockUrl = (locationId: string,) => {




  return `/api/v1/locations/${encodeURIComponent(String(locationId))}/stock`
}

export const getLocationStock = async (locationId: string, options?: Parameters<typeof appFetch>[1]): Promise<LocationStock> => {

  return appFetch<LocationStock>(getGetLocationStockUrl(locationId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetLotLinksUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/links`
}

export const getLotLinks = async (lotId: string, options?: Parameters<typeof appFetch>[1]): Promise<LotLinks> => {

  return appFetch<LotLinks>(getGetLotLinksUrl(lotId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getLinkLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/links`
}

/**
 * @summary Says that a lot was made of another one outside of a run, and takes the quantity from that one.
 */
export const linkLot = async (lotId: string,
    lotLink: LotLink,
    headers?: LinkLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getLinkLotUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotLink)
  }
);}



export const getGetLotPostingsUrl = (lotId: string,
    params?: GetLotPostingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/lots/${encodeURIComponent(String(lotId))}/postings?${stringifiedParams}` : `/api/v1/lots/${encodeURIComponent(String(lotId))}/postings`
}

export const getLotPostings = async (lotId: string,
    params?: GetLotPostingsParams, options?: Parameters<typeof appFetch>[1]): Promise<LotPostings> => {

  return appFetch<LotPostings>(getGetLotPostingsUrl(lotId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListHandlingUnitsUrl = (params?: ListHandlingUnitsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/handling-units?${stringifiedParams}` : `/api/v1/handling-units`
}

export const listHandlingUnits = async (params?: ListHandlingUnitsParams, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnitPage> => {

  return appFetch<HandlingUnitPage>(getListHandlingUnitsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCreateHuUrl = () => {




  return `/api/v1/handling-units`
}

/**
 * @summary Sets up an empty pallet, crate, trolley or case.
 */
export const createHu = async (huCreation: HuCreation,
    headers?: CreateHuHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnit> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HandlingUnit>(getCreateHuUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(huCreation)
  }
);}



export const getGetHandlingUnitUrl = (huId: string,) => {




  return `/api/v1/handling-units/${encodeURIComponent(String(huId))}`
}

export const getHandlingUnit = async (huId: string, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnit> => {

  return appFetch<HandlingUnit>(getGetHandlingUnitUrl(huId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetBoardUrl = () => {




  return `/api/v1/board`
}

/**
 * @summary The lots in the house at their gates and in their lanes, with what is held and what is too warm.
 */
export const getBoard = async ( options?: Parameters<typeof appFetch>[1]): Promise<Board> => {

  return appFetch<Board>(getGetBoardUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListHelpCallsUrl = (params?: ListHelpCallsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/help-calls?${stringifiedParams}` : `/api/v1/help-calls`
}

export const listHelpCalls = async (params?: ListHelpCallsParams, options?: Parameters<typeof appFetch>[1]): Promise<HelpCallPage> => {

  return appFetch<HelpCallPage>(getListHelpCallsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCallHelpUrl = () => {




  return `/api/v1/help-calls`
}

/**
 * @summary Calls for help: raises an alarm here and at headquarters until somebody answers.
 */
export const callHelp = async (helpRequest: HelpRequest,
    headers?: CallHelpHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HelpCall> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HelpCall>(getCallHelpUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(helpRequest)
  }
);}



export const getGetHelpCallUrl = (callId: string,) => {




  return `/api/v1/help-calls/${encodeURIComponent(String(callId))}`
}

export const getHelpCall = async (callId: string, options?: Parameters<typeof appFetch>[1]): Promise<HelpCall> => {

  return appFetch<HelpCall>(getGetHelpCallUrl(callId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListShiftHandoversUrl = (params?: ListShiftHandoversParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/shift-handovers?${stringifiedParams}` : `/api/v1/shift-handovers`
}

export const listShiftHandovers = async (params?: ListShiftHandoversParams, options?: Parameters<typeof appFetch>[1]): Promise<ShiftHandoverPage> => {

  return appFetch<ShiftHandoverPage>(getListShiftHandoversUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getHandOverShiftUrl = () => {




  return `/api/v1/shift-handovers`
}

/**
 * @summary Leaves to the next shift what is open and what it has to know.
 */
export const handOverShift = async (shiftHandoverRequest: ShiftHandoverRequest,
    headers?: HandOverShiftHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ShiftHandover> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ShiftHandover>(getHandOverShiftUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shiftHandoverRequest)
  }
);}



export const getGetShiftHandoverUrl = (handoverId: string,) => {




  return `/api/v1/shift-handovers/${encodeURIComponent(String(handoverId))}`
}

export const getShiftHandover = async (handoverId: string, options?: Parameters<typeof appFetch>[1]): Promise<ShiftHandover> => {

  return appFetch<ShiftHandover>(getGetShiftHandoverUrl(handoverId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListReceiptsUrl = (params?: ListReceiptsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/receipts?${stringifiedParams}` : `/api/v1/receipts`
}

export const listReceipts = async (params?: ListReceiptsParams, options?: Parameters<typeof appFetch>[1]): Promise<ReceiptPage> => {

  return appFetch<ReceiptPage>(getListReceiptsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReceiveGoodsUrl = () => {




  return `/api/v1/receipts`
}

/**
 * @summary Receives goods of an approved supplier: a lot for each line, with the key data elements of 21 CFR 1.1345.
 */
export const receiveGoods = async (goodsReceipt: GoodsReceipt,
    headers?: ReceiveGoodsHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ReceivedGoods> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ReceivedGoods>(getReceiveGoodsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(goodsReceipt)
  }
);}



export const getGetReceiptUrl = (receiptId: string,) => {




  return `/api/v1/receipts/${encodeURIComponent(String(receiptId))}`
}

export const getReceipt = async (receiptId: string, options?: Parameters<typeof appFetch>[1]): Promise<Receipt> => {

  return appFetch<Receipt>(getGetReceiptUrl(receiptId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListShipmentsUrl = (params?: ListShipmentsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/shipments?${stringifiedParams}` : `/api/v1/shipments`
}

export const listShipments = async (params?: ListShipmentsParams, options?: Parameters<typeof appFetch>[1]): Promise<ShipmentPage> => {

  return appFetch<ShipmentPage>(getListShipmentsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPlanShipmentUrl = () => {




  return `/api/v1/shipments`
}

/**
 * @summary Plans a shipment to a customer.
 */
export const planShipment = async (shipmentPlan: ShipmentPlan,
    headers?: PlanShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Shipment>(getPlanShipmentUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shipmentPlan)
  }
);}



export const getGetShipmentUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}`
}

export const getShipment = async (shipmentId: string, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

  return appFetch<Shipment>(getGetShipmentUrl(shipmentId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getVoidShipmentUrl = (shipmentId: string,
    params?: VoidShipmentParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}?${stringifiedParams}` : `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}`
}

/**
 * @summary Voids a shipment that has not left.
 */
export const voidShipment = async (shipmentId: string,
    params?: VoidShipmentParams,
    headers?: VoidShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Shipment>(getVoidShipmentUrl(shipmentId,params),
  {
    ...options,
    method: 'DELETE',
    headers: { ...headers, ...getHeaders(options?.headers) }

  }
);}



export const getPreviewLabelUrl = () => {




  return `/api/v1/labels/preview`
}

/**
 * @summary A label as an image, or as the printer would get it; on the paper of a printer, or on a given one.
 */
export const previewLabel = async (labelPreviewRequest: LabelPreviewRequest, options?: Parameters<typeof appFetch>[1]): Promise<LabelPreview> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<LabelPreview>(getPreviewLabelUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(labelPreviewRequest)
  }
);}



export const getListPrintersUrl = () => {




  return `/api/v1/printers`
}

/**
 * @summary Label printers, each with its state.
 */
export const listPrinters = async ( options?: Parameters<typeof appFetch>[1]): Promise<LabelPrinterList> => {

  return appFetch<LabelPrinterList>(getListPrintersUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPrinterUrl = (printerId: string,) => {




  return `/api/v1/printers/${encodeURIComponent(String(printerId))}`
}

export const getPrinter = async (printerId: string, options?: Parameters<typeof appFetch>[1]): Promise<LabelPrinterView> => {

  return appFetch<LabelPrinterView>(getGetPrinterUrl(printerId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDefinePrinterUrl = (printerId: string,) => {




  return `/api/v1/printers/${encodeURIComponent(String(printerId))}`
}

/**
 * @summary Defines a label printer, or its next version.
 */
export const definePrinter = async (printerId: string,
    labelPrinterDefinition: LabelPrinterDefinition,
    headers?: DefinePrinterHeaders, options?: Parameters<typeof appFetch>[1]): Promise<LabelPrinterVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<LabelPrinterVersion>(getDefinePrinterUrl(printerId),
  {
    ...options,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(labelPrinterDefinition)
  }
);}



export const getListPrintJobsUrl = (params?: ListPrintJobsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/print-jobs?${stringifiedParams}` : `/api/v1/print-jobs`
}

export const listPrintJobs = async (params?: ListPrintJobsParams, options?: Parameters<typeof appFetch>[1]): Promise<PrintJobPage> => {

  return appFetch<PrintJobPage>(getListPrintJobsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPrintLabelUrl = () => {




  return `/api/v1/print-jobs`
}

/**
 * @summary Queues labels at a printer. A reprint says what it repeats and why, and prints the same again.
 */
export const printLabel = async (printRequest: PrintRequest,
    headers?: PrintLabelHeaders, options?: Parameters<typeof appFetch>[1]): Promise<PrintJob> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<PrintJob>(getPrintLabelUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(printRequest)
  }
);}



export const getGetPrintJobUrl = (jobId: string,) => {




  return `/api/v1/print-jobs/${encodeURIComponent(String(jobId))}`
}

export const getPrintJob = async (jobId: string, options?: Parameters<typeof appFetch>[1]): Promise<PrintJob> => {

  return appFetch<PrintJob>(getGetPrintJobUrl(jobId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getApproveRecipeUrl = (recipeId: string,
    version: number,) => {




  return `/api/v1/recipes/${encodeURIComponent(String(recipeId))}/versions/${encodeURIComponent(String(version))}/approve`
}

/**
 * @summary Makes a version of a recipe count; by another person than the one who drafted it.
 */
export const approveRecipe = async (recipeId: string,
    version: number,
    approveRecipeBody: ApproveRecipeBody,
    headers?: ApproveRecipeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecipeVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecipeVersion>(getApproveRecipeUrl(recipeId,version),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(approveRecipeBody)
  }
);}



export const getApproveQcPlanUrl = (planId: string,
    version: number,) => {




  return `/api/v1/qc-plans/${encodeURIComponent(String(planId))}/versions/${encodeURIComponent(String(version))}/approve`
}

/**
 * @summary Makes a version of a QC plan count; by another person than the one who drafted it.
 */
export const approveQcPlan = async (planId: string,
    version: number,
    approveQcPlanBody: ApproveQcPlanBody,
    headers?: ApproveQcPlanHeaders, options?: Parameters<typeof appFetch>[1]): Promise<QcPlanVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<QcPlanVersion>(getApproveQcPlanUrl(planId,version),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(approveQcPlanBody)
  }
);}



export const getApproveMonitorUrl = (monitorId: string,
    version: number,) => {




  return `/api/v1/monitors/${encodeURIComponent(String(monitorId))}/versions/${encodeURIComponent(String(version))}/approve`
}

/**
 * @summary Makes a version of a monitor count; by another person than the one who drafted it.
 */
export const approveMonitor = async (monitorId: string,
    version: number,
    approveMonitorBody: ApproveMonitorBody,
    headers?: ApproveMonitorHeaders, options?: Parameters<typeof appFetch>[1]): Promise<MonitorVersion> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<MonitorVersion>(getApproveMonitorUrl(monitorId,version),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(approveMonitorBody)
  }
);}



export const getUndoLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/undo`
}

/**
 * @summary Takes back a registration by mistake, within fifteen minutes and before anything else was done.
 */
export const undoLot = async (lotId: string,
    undoLotBody: UndoLotBody,
    headers?: UndoLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getUndoLotUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(undoLotBody)
  }
);}



export const getSplitLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/split`
}

/**
 * @summary Makes parts of a lot lots of their own; each keeps what is known of it, and every hold on it.
 */
export const splitLot = async (lotId: string,
    lotSplit: LotSplit,
    headers?: SplitLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<SplitLots> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<SplitLots>(getSplitLotUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotSplit)
  }
);}



export const getMergeLotsUrl = () => {




  return `/api/v1/lots/merge`
}

/**
 * @summary Makes one new lot of lots of the same item, or of parts of them.
 */
export const mergeLots = async (lotMerge: LotMerge,
    headers?: MergeLotsHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getMergeLotsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotMerge)
  }
);}



export const getReworkLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/rework`
}

/**
 * @summary Takes material of a lot to be worked again, as a new rework lot.
 */
export const reworkLot = async (lotId: string,
    lotRework: LotRework,
    headers?: ReworkLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getReworkLotUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotRework)
  }
);}



export const getMoveStockUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/moves`
}

/**
 * @summary Moves loose stock of a lot to another place; all of it unless a weight is said.
 */
export const moveStock = async (lotId: string,
    stockMove: StockMove,
    headers?: MoveStockHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getMoveStockUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(stockMove)
  }
);}



export const getAdjustStockUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}/adjustments`
}

/**
 * @summary Puts the books right after a count, or takes out waste, a sample or a loss.
 */
export const adjustStock = async (lotId: string,
    stockAdjustment: StockAdjustment,
    headers?: AdjustStockHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getAdjustStockUrl(lotId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(stockAdjustment)
  }
);}



export const getPackHuUrl = (huId: string,) => {




  return `/api/v1/handling-units/${encodeURIComponent(String(huId))}/contents`
}

/**
 * @summary Packs loose stock of the same place into a handling unit.
 */
export const packHu = async (huId: string,
    huPacking: HuPacking,
    headers?: PackHuHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnit> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HandlingUnit>(getPackHuUrl(huId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(huPacking)
  }
);}



export const getUnpackHuUrl = (huId: string,) => {




  return `/api/v1/handling-units/${encodeURIComponent(String(huId))}/unpack`
}

/**
 * @summary Takes stock out of a handling unit; all of it unless lines are said.
 */
export const unpackHu = async (huId: string,
    huUnpacking: HuUnpacking,
    headers?: UnpackHuHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnit> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HandlingUnit>(getUnpackHuUrl(huId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(huUnpacking)
  }
);}



export const getMoveHuUrl = (huId: string,) => {




  return `/api/v1/handling-units/${encodeURIComponent(String(huId))}/moves`
}

/**
 * @summary Moves a handling unit with everything in it.
 */
export const moveHu = async (huId: string,
    huMove: HuMove,
    headers?: MoveHuHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HandlingUnit> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HandlingUnit>(getMoveHuUrl(huId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(huMove)
  }
);}



export const getPickShipmentUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}/lines`
}

/**
 * @summary Picks loose stock of a lot, or a whole handling unit; it stays where it is until the shipment leaves.
 */
export const pickShipment = async (shipmentId: string,
    shipmentPick: ShipmentPick,
    headers?: PickShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Shipment>(getPickShipmentUrl(shipmentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shipmentPick)
  }
);}



export const getUnpickShipmentUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}/unpick`
}

/**
 * @summary Takes out again what was picked: a line, the last loose pick of a lot, or a whole handling unit.
 */
export const unpickShipment = async (shipmentId: string,
    shipmentUnpick: ShipmentUnpick,
    headers?: UnpickShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Shipment>(getUnpickShipmentUrl(shipmentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shipmentUnpick)
  }
);}



export const getStageShipmentUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}/stage`
}

/**
 * @summary Says that everything is picked and stands ready.
 */
export const stageShipment = async (shipmentId: string,
    shipmentStaging: ShipmentStaging,
    headers?: StageShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Shipment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Shipment>(getStageShipmentUrl(shipmentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shipmentStaging)
  }
);}



export const getShipShipmentUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}/ship`
}

/**
 * @summary Lets a shipment go: every lot in it is judged once more, and one that may not leave keeps all of it here.
 */
export const shipShipment = async (shipmentId: string,
    shipmentDeparture: ShipmentDeparture,
    headers?: ShipShipmentHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ShippedGoods> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ShippedGoods>(getShipShipmentUrl(shipmentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(shipmentDeparture)
  }
);}



export const getReturnGoodsUrl = (shipmentId: string,) => {




  return `/api/v1/shipments/${encodeURIComponent(String(shipmentId))}/returns`
}

/**
 * @summary Takes goods back from a customer, as a lot of their own that is held.
 */
export const returnGoods = async (shipmentId: string,
    goodsReturn: GoodsReturn,
    headers?: ReturnGoodsHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ReturnedGoods> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ReturnedGoods>(getReturnGoodsUrl(shipmentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(goodsReturn)
  }
);}



export const getReleaseRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/release`
}

/**
 * @summary Releases a planned run to the floor.
 */
export const releaseRun = async (runId: string,
    releaseRunBody: ReleaseRunBody,
    headers?: ReleaseRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getReleaseRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(releaseRunBody)
  }
);}



export const getPrepareRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/prepare`
}

/**
 * @summary Begins the pre-operational check of the line, which gate 2 decides.
 */
export const prepareRun = async (runId: string,
    prepareRunBody: PrepareRunBody,
    headers?: PrepareRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getPrepareRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(prepareRunBody)
  }
);}



export const getStartRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/start`
}

/**
 * @summary Starts a run whose line is clean and cleared.
 */
export const startRun = async (runId: string,
    startRunBody: StartRunBody,
    headers?: StartRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getStartRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(startRunBody)
  }
);}



export const getPauseRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/pause`
}

/**
 * @summary Stops a run for a while, with a reason.
 */
export const pauseRun = async (runId: string,
    pauseRunBody: PauseRunBody,
    headers?: PauseRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getPauseRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(pauseRunBody)
  }
);}



export const getResumeRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/resume`
}

/**
 * @summary Goes on with a run.
 */
export const resumeRun = async (runId: string,
    resumeRunBody: ResumeRunBody,
    headers?: ResumeRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getResumeRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(resumeRunBody)
  }
);}



export const getCompleteRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/complete`
}

/**
 * @summary Says that nothing more is made in a run.
 */
export const completeRun = async (runId: string,
    completeRunBody: CompleteRunBody,
    headers?: CompleteRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getCompleteRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(completeRunBody)
  }
);}



export const getReconcileRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/reconcile`
}

/**
 * @summary Closes the mass balance of a run; what is beyond the tolerance takes a signed explanation.
 */
export const reconcileRun = async (runId: string,
    reconcileRunBody: ReconcileRunBody,
    headers?: ReconcileRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getReconcileRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(reconcileRunBody)
  }
);}



export const getReviewRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/review`
}

/**
 * @summary Signs that the records of a run were reviewed by somebody who made none of them.
 */
export const reviewRun = async (runId: string,
    reviewRunBody: ReviewRunBody,
    headers?: ReviewRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getReviewRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(reviewRunBody)
  }
);}



export const getCloseRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/close`
}

/**
 * @summary Closes a reviewed run.
 */
export const closeRun = async (runId: string,
    closeRunBody: CloseRunBody,
    headers?: CloseRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getCloseRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(closeRunBody)
  }
);}



export const getAbortRunUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/abort`
}

/**
 * @summary Gives a run up; its material goes back to where it came from, or is scrapped.
 */
export const abortRun = async (runId: string,
    abortRunBody: AbortRunBody,
    headers?: AbortRunHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getAbortRunUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(abortRunBody)
  }
);}



export const getConsumeLotUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/consumptions`
}

/**
 * @summary Takes a quantity of a lot into a run.
 */
export const consumeLot = async (runId: string,
    consumption: Consumption,
    headers?: ConsumeLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RunWithLot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RunWithLot>(getConsumeLotUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(consumption)
  }
);}



export const getProduceLotUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/outputs`
}

/**
 * @summary Registers a lot that came of a run: good, by-product or rework.
 */
export const produceLot = async (runId: string,
    output: Output,
    headers?: ProduceLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RunWithLot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RunWithLot>(getProduceLotUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(output)
  }
);}



export const getLoseMaterialUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/losses`
}

/**
 * @summary Says what left a run without becoming a lot.
 */
export const loseMaterial = async (runId: string,
    loss: Loss,
    headers?: LoseMaterialHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Run> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Run>(getLoseMaterialUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(loss)
  }
);}



export const getReturnMaterialUrl = (runId: string,) => {




  return `/api/v1/production-runs/${encodeURIComponent(String(runId))}/returns`
}

/**
 * @summary Puts unused material back to its lot, where it came from or elsewhere.
 */
export const returnMaterial = async (runId: string,
    _return: Return,
    headers?: ReturnMaterialHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RunWithLot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RunWithLot>(getReturnMaterialUrl(runId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(_return)
  }
);}



export const getAcknowledgePolicyUrl = () => {




  return `/api/v1/me/policy`
}

/**
 * @summary Takes note that an electronic signature binds like one on paper.
 */
export const acknowledgePolicy = async (acknowledgePolicyBody: AcknowledgePolicyBody,
    headers?: AcknowledgePolicyHeaders, options?: Parameters<typeof appFetch>[1]): Promise<PolicyAcknowledgement> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<PolicyAcknowledgement>(getAcknowledgePolicyUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(acknowledgePolicyBody)
  }
);}



export const getDecideGateUrl = () => {




  return `/api/v1/qc-decisions`
}

/**
 * @summary Decides a gate of the QC plan on a lot or a run: PASS, HOLD or FAIL.
 */
export const decideGate = async (qcDecisionRequest: QcDecisionRequest,
    headers?: DecideGateHeaders, options?: Parameters<typeof appFetch>[1]): Promise<QcDecision> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<QcDecision>(getDecideGateUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(qcDecisionRequest)
  }
);}



export const getListQcDecisionsUrl = (params?: ListQcDecisionsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/qc-decisions?${stringifiedParams}` : `/api/v1/qc-decisions`
}

/**
 * @summary Decisions at gates, newest first; of one lot or of one run.
 */
export const listQcDecisions = async (params?: ListQcDecisionsParams, options?: Parameters<typeof appFetch>[1]): Promise<QcDecisionPage> => {

  return appFetch<QcDecisionPage>(getListQcDecisionsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReviewRecordsUrl = () => {




  return `/api/v1/reviews`
}

/**
 * @summary Signs that records were reviewed by somebody who did not make them.
 */
export const reviewRecords = async (reviewRequest: ReviewRequest,
    headers?: ReviewRecordsHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Review> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Review>(getReviewRecordsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(reviewRequest)
  }
);}



export const getListDueReviewsUrl = (params?: ListDueReviewsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/reviews?${stringifiedParams}` : `/api/v1/reviews`
}

/**
 * @summary CCP decisions, deviations and calibrations that nobody has reviewed yet, the oldest first.
 */
export const listDueReviews = async (params?: ListDueReviewsParams, options?: Parameters<typeof appFetch>[1]): Promise<DueReviewPage> => {

  return appFetch<DueReviewPage>(getListDueReviewsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getAcknowledgeAlarmUrl = (alarmId: string,) => {




  return `/api/v1/alarms/${encodeURIComponent(String(alarmId))}/acknowledgement`
}

/**
 * @summary Says that somebody has taken note of an alarm.
 */
export const acknowledgeAlarm = async (alarmId: string,
    acknowledgeAlarmBody: AcknowledgeAlarmBody,
    headers?: AcknowledgeAlarmHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Alarm> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Alarm>(getAcknowledgeAlarmUrl(alarmId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(acknowledgeAlarmBody)
  }
);}



export const getPlaceHoldUrl = () => {




  return `/api/v1/holds`
}

/**
 * @summary Holds lots at once; whoever suspects something may do so.
 */
export const placeHold = async (holdRequest: HoldRequest,
    headers?: PlaceHoldHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Hold> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Hold>(getPlaceHoldUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(holdRequest)
  }
);}



export const getListHoldsUrl = (params?: ListHoldsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/holds?${stringifiedParams}` : `/api/v1/holds`
}

/**
 * @summary Holds with their lots, newest first.
 */
export const listHolds = async (params?: ListHoldsParams, options?: Parameters<typeof appFetch>[1]): Promise<HoldPage> => {

  return appFetch<HoldPage>(getListHoldsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReviewHoldUrl = (holdId: string,) => {




  return `/api/v1/holds/${encodeURIComponent(String(holdId))}/review`
}

/**
 * @summary Says that somebody looks into a hold.
 */
export const reviewHold = async (holdId: string,
    reviewHoldBody: ReviewHoldBody,
    headers?: ReviewHoldHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Hold> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Hold>(getReviewHoldUrl(holdId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(reviewHoldBody)
  }
);}



export const getDispositionHoldUrl = (holdId: string,) => {




  return `/api/v1/holds/${encodeURIComponent(String(holdId))}/disposition`
}

/**
 * @summary Decides on lots of a hold: release, rework or divert them, or have them destroyed or sent back. Signed.
 */
export const dispositionHold = async (holdId: string,
    dispositionRequest: DispositionRequest,
    headers?: DispositionHoldHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Hold> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Hold>(getDispositionHoldUrl(holdId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(dispositionRequest)
  }
);}



export const getExecuteHoldUrl = (holdId: string,) => {




  return `/api/v1/holds/${encodeURIComponent(String(holdId))}/execution`
}

/**
 * @summary Says that the lots were destroyed, as a witness saw, or sent back; takes them out of stock.
 */
export const executeHold = async (holdId: string,
    executionRequest: ExecutionRequest,
    headers?: ExecuteHoldHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Hold> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Hold>(getExecuteHoldUrl(holdId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(executionRequest)
  }
);}



export const getOpenDeviationUrl = () => {




  return `/api/v1/deviations`
}

/**
 * @summary Opens a deviation that a person found, and holds the lots that it touches.
 */
export const openDeviation = async (deviationRequest: DeviationRequest,
    headers?: OpenDeviationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Deviation>(getOpenDeviationUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(deviationRequest)
  }
);}



export const getListDeviationsUrl = (params?: ListDeviationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/deviations?${stringifiedParams}` : `/api/v1/deviations`
}

/**
 * @summary Deviations, newest first.
 */
export const listDeviations = async (params?: ListDeviationsParams, options?: Parameters<typeof appFetch>[1]): Promise<DeviationPage> => {

  return appFetch<DeviationPage>(getListDeviationsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getEvaluateDeviationUrl = (deviationId: string,) => {




  return `/api/v1/deviations/${encodeURIComponent(String(deviationId))}/evaluation`
}

/**
 * @summary Says whether the affected food is safe, how that was found, and why it happened.
 */
export const evaluateDeviation = async (deviationId: string,
    evaluationRequest: EvaluationRequest,
    headers?: EvaluateDeviationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Deviation>(getEvaluateDeviationUrl(deviationId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(evaluationRequest)
  }
);}



export const getAssignActionUrl = (deviationId: string,) => {




  return `/api/v1/deviations/${encodeURIComponent(String(deviationId))}/actions`
}

/**
 * @summary Asks for a correction, a corrective or a preventive action.
 */
export const assignAction = async (deviationId: string,
    actionRequest: ActionRequest,
    headers?: AssignActionHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Action> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Action>(getAssignActionUrl(deviationId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(actionRequest)
  }
);}



export const getCompleteActionUrl = (actionId: string,) => {




  return `/api/v1/actions/${encodeURIComponent(String(actionId))}/completion`
}

/**
 * @summary Says what was done.
 */
export const completeAction = async (actionId: string,
    completionRequest: CompletionRequest,
    headers?: CompleteActionHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Action> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Action>(getCompleteActionUrl(actionId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(completionRequest)
  }
);}



export const getVerifyActionUrl = (actionId: string,) => {




  return `/api/v1/actions/${encodeURIComponent(String(actionId))}/verification`
}

/**
 * @summary Says whether an action had its effect; by somebody else than who did it.
 */
export const verifyAction = async (actionId: string,
    actionVerification: ActionVerification,
    headers?: VerifyActionHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Action> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Action>(getVerifyActionUrl(actionId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(actionVerification)
  }
);}



export const getVerifyDeviationUrl = (deviationId: string,) => {




  return `/api/v1/deviations/${encodeURIComponent(String(deviationId))}/verification`
}

/**
 * @summary Says that all that was to be done about a deviation was done.
 */
export const verifyDeviation = async (deviationId: string,
    deviationVerification: DeviationVerification,
    headers?: VerifyDeviationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Deviation>(getVerifyDeviationUrl(deviationId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(deviationVerification)
  }
);}



export const getCloseDeviationUrl = (deviationId: string,) => {




  return `/api/v1/deviations/${encodeURIComponent(String(deviationId))}/closure`
}

/**
 * @summary Closes a deviation all of whose actions are verified. Signed.
 */
export const closeDeviation = async (deviationId: string,
    closeDeviationBody: CloseDeviationBody,
    headers?: CloseDeviationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Deviation>(getCloseDeviationUrl(deviationId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(closeDeviationBody)
  }
);}



export const getRecordCalibrationUrl = (instrumentId: string,) => {




  return `/api/v1/instruments/${encodeURIComponent(String(instrumentId))}/calibrations`
}

/**
 * @summary Records a calibration; one that found the instrument wrong holds what was decided with it.
 */
export const recordCalibration = async (instrumentId: string,
    calibrationRequest: CalibrationRequest,
    headers?: RecordCalibrationHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Calibration> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Calibration>(getRecordCalibrationUrl(instrumentId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(calibrationRequest)
  }
);}



export const getListCalibrationsUrl = (instrumentId: string,
    params?: ListCalibrationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/instruments/${encodeURIComponent(String(instrumentId))}/calibrations?${stringifiedParams}` : `/api/v1/instruments/${encodeURIComponent(String(instrumentId))}/calibrations`
}

/**
 * @summary Calibrations of an instrument, newest first.
 */
export const listCalibrations = async (instrumentId: string,
    params?: ListCalibrationsParams, options?: Parameters<typeof appFetch>[1]): Promise<CalibrationPage> => {

  return appFetch<CalibrationPage>(getListCalibrationsUrl(instrumentId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCancelPrintUrl = (jobId: string,) => {




  return `/api/v1/print-jobs/${encodeURIComponent(String(jobId))}/cancel`
}

/**
 * @summary Takes back a job that is not done; what came out already stays in the world.
 */
export const cancelPrint = async (jobId: string,
    printCancellation: PrintCancellation,
    headers?: CancelPrintHeaders, options?: Parameters<typeof appFetch>[1]): Promise<PrintJob> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<PrintJob>(getCancelPrintUrl(jobId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(printCancellation)
  }
);}



export const getOpenRecallUrl = () => {




  return `/api/v1/recalls`
}

/**
 * @summary Opens a recall, or a drill of one, and starts its clock. A real one is opened by a manager.
 */
export const openRecall = async (recallOpening: RecallOpening,
    headers?: OpenRecallHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getOpenRecallUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(recallOpening)
  }
);}



export const getListRecallsUrl = (params?: ListRecallsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/recalls?${stringifiedParams}` : `/api/v1/recalls`
}

export const listRecalls = async (params?: ListRecallsParams, options?: Parameters<typeof appFetch>[1]): Promise<RecallPage> => {

  return appFetch<RecallPage>(getListRecallsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getScopeRecallUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/scopes`
}

/**
 * @summary Fixes what is in scope now as the next version, and says how it differs from the one before.
 */
export const scopeRecall = async (recallId: string,
    scopeRecallBody: ScopeRecallBody,
    headers?: ScopeRecallHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getScopeRecallUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(scopeRecallBody)
  }
);}



export const getHoldRecallUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/hold`
}

/**
 * @summary Holds everything in scope and marks it as recalled. A drill only says how much that would be.
 */
export const holdRecall = async (recallId: string,
    holdRecallBody: HoldRecallBody,
    headers?: HoldRecallHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Recall> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Recall>(getHoldRecallUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(holdRecallBody)
  }
);}



export const getFindRecalledLotUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/findings`
}

/**
 * @summary Says that a lot of the recall was found where it stands, or that it is not to be found; counts down.
 */
export const findRecalledLot = async (recallId: string,
    recallSearch: RecallSearch,
    headers?: FindRecalledLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<FoundLot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<FoundLot>(getFindRecalledLotUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(recallSearch)
  }
);}



export const getCompleteRecallTaskUrl = (recallId: string,
    taskId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/tasks/${encodeURIComponent(String(taskId))}/completion`
}

/**
 * @summary Says that a task of the recall is done.
 */
export const completeRecallTask = async (recallId: string,
    taskId: string,
    completeRecallTaskBody: CompleteRecallTaskBody,
    headers?: CompleteRecallTaskHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getCompleteRecallTaskUrl(recallId,taskId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(completeRecallTaskBody)
  }
);}



export const getNotifyConsigneeUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/notices`
}

/**
 * @summary Says that a customer who received something of it was told, by whom and how.
 */
export const notifyConsignee = async (recallId: string,
    consigneeNotice: ConsigneeNotice,
    headers?: NotifyConsigneeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getNotifyConsigneeUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(consigneeNotice)
  }
);}



export const getAnswerConsigneeUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/answers`
}

/**
 * @summary Notes what a customer answered, and how much of it they still have.
 */
export const answerConsignee = async (recallId: string,
    consigneeAnswer: ConsigneeAnswer,
    headers?: AnswerConsigneeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getAnswerConsigneeUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(consigneeAnswer)
  }
);}



export const getCheckConsigneeUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/checks`
}

/**
 * @summary Notes an effectiveness check: whether a customer who was notified has done what they were told.
 */
export const checkConsignee = async (recallId: string,
    consigneeCheck: ConsigneeCheck,
    headers?: CheckConsigneeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getCheckConsigneeUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(consigneeCheck)
  }
);}



export const getReconcileRecallUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/reconciliation`
}

/**
 * @summary Stops the clock and fixes the mass balance of every lot in scope.
 */
export const reconcileRecall = async (recallId: string,
    reconcileRecallBody: ReconcileRecallBody,
    headers?: ReconcileRecallHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Recall> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Recall>(getReconcileRecallUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(reconcileRecallBody)
  }
);}



export const getCloseRecallUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/closure`
}

/**
 * @summary Closes the recall with its gaps and what follows from them. Signed by a manager.
 */
export const closeRecall = async (recallId: string,
    recallClosing: RecallClosing,
    headers?: CloseRecallHeaders, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<RecallWhole>(getCloseRecallUrl(recallId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(recallClosing)
  }
);}



export const getRequestTraceExportUrl = () => {




  return `/api/v1/fsma/exports`
}

/**
 * @summary Logs a request for traceability records and queues the electronic sortable spreadsheet (21 CFR 1.1455(c)).
 */
export const requestTraceExport = async (traceExportRequest: TraceExportRequest,
    headers?: RequestTraceExportHeaders, options?: Parameters<typeof appFetch>[1]): Promise<TraceRequest> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TraceRequest>(getRequestTraceExportUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(traceExportRequest)
  }
);}



export const getListTraceExportsUrl = (params?: ListTraceExportsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/fsma/exports?${stringifiedParams}` : `/api/v1/fsma/exports`
}

export const listTraceExports = async (params?: ListTraceExportsParams, options?: Parameters<typeof appFetch>[1]): Promise<TraceRequestPage> => {

  return appFetch<TraceRequestPage>(getListTraceExportsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCorrectKdeUrl = () => {




  return `/api/v1/fsma/corrections`
}

/**
 * @summary Puts a key data element right; what was recorded stays visible.
 */
export const correctKde = async (kdeCorrecting: KdeCorrecting,
    headers?: CorrectKdeHeaders, options?: Parameters<typeof appFetch>[1]): Promise<KdeCorrection> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<KdeCorrection>(getCorrectKdeUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(kdeCorrecting)
  }
);}



export const getListKdeCorrectionsUrl = (params?: ListKdeCorrectionsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/fsma/corrections?${stringifiedParams}` : `/api/v1/fsma/corrections`
}

export const listKdeCorrections = async (params?: ListKdeCorrectionsParams, options?: Parameters<typeof appFetch>[1]): Promise<KdeCorrectionPage> => {

  return appFetch<KdeCorrectionPage>(getListKdeCorrectionsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getIssueTracePlanUrl = () => {




  return `/api/v1/fsma/plans`
}

/**
 * @summary Issues the next version of the traceability plan, signed (21 CFR 1.1315).
 */
export const issueTracePlan = async (tracePlanIssue: TracePlanIssue,
    headers?: IssueTracePlanHeaders, options?: Parameters<typeof appFetch>[1]): Promise<TracePlan> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TracePlan>(getIssueTracePlanUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(tracePlanIssue)
  }
);}



export const getListTracePlansUrl = (params?: ListTracePlansParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/fsma/plans?${stringifiedParams}` : `/api/v1/fsma/plans`
}

export const listTracePlans = async (params?: ListTracePlansParams, options?: Parameters<typeof appFetch>[1]): Promise<TracePlanPage> => {

  return appFetch<TracePlanPage>(getListTracePlansUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getAnswerHelpUrl = (callId: string,) => {




  return `/api/v1/help-calls/${encodeURIComponent(String(callId))}/answer`
}

/**
 * @summary Says that somebody comes: stops the timer and takes note of the alarm.
 */
export const answerHelp = async (callId: string,
    answerHelpBody: AnswerHelpBody,
    headers?: AnswerHelpHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HelpCall> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HelpCall>(getAnswerHelpUrl(callId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(answerHelpBody)
  }
);}



export const getCloseHelpUrl = (callId: string,) => {




  return `/api/v1/help-calls/${encodeURIComponent(String(callId))}/closure`
}

/**
 * @summary Says that no help is needed any more.
 */
export const closeHelp = async (callId: string,
    closeHelpBody: CloseHelpBody,
    headers?: CloseHelpHeaders, options?: Parameters<typeof appFetch>[1]): Promise<HelpCall> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<HelpCall>(getCloseHelpUrl(callId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(closeHelpBody)
  }
);}



export const getAcceptHandoverUrl = (handoverId: string,) => {




  return `/api/v1/shift-handovers/${encodeURIComponent(String(handoverId))}/acceptance`
}

/**
 * @summary Says that the next shift has read it; by another person than who handed it over.
 */
export const acceptHandover = async (handoverId: string,
    acceptHandoverBody: AcceptHandoverBody,
    headers?: AcceptHandoverHeaders, options?: Parameters<typeof appFetch>[1]): Promise<ShiftHandover> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ShiftHandover>(getAcceptHandoverUrl(handoverId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(acceptHandoverBody)
  }
);}



export const getEnterTemperatureUrl = () => {




  return `/api/v1/temperatures`
}

/**
 * @summary Enters what a probe shows; outside of the limits it opens a deviation and holds what stands there.
 */
export const enterTemperature = async (temperatureReading: TemperatureReading,
    headers?: EnterTemperatureHeaders, options?: Parameters<typeof appFetch>[1]): Promise<TemperatureEntry> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TemperatureEntry>(getEnterTemperatureUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(temperatureReading)
  }
);}



export const getListTemperaturesUrl = (params?: ListTemperaturesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/temperatures?${stringifiedParams}` : `/api/v1/temperatures`
}

export const listTemperatures = async (params?: ListTemperaturesParams, options?: Parameters<typeof appFetch>[1]): Promise<TemperatureEntryPage> => {

  return appFetch<TemperatureEntryPage>(getListTemperaturesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getSendCommandsUrl = () => {




  return `/api/v1/commands`
}

/**
 * @summary Does the commands of a queue, each by itself.
 */
export const sendCommands = async (commandBatch: CommandBatch, options?: Parameters<typeof appFetch>[1]): Promise<BatchVerdicts> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<BatchVerdicts>(getSendCommandsUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(commandBatch)
  }
);}



export const getInviteTabletUrl = () => {




  return `/api/v1/tablets/invitations`
}

/**
 * @summary Gives a code that sets up one tablet, once, within ten minutes.
 */
export const inviteTablet = async (tabletInvitationRequest: TabletInvitationRequest, options?: Parameters<typeof appFetch>[1]): Promise<TabletInvitation> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TabletInvitation>(getInviteTabletUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(tabletInvitationRequest)
  }
);}



export const getListTabletsUrl = () => {




  return `/api/v1/tablets`
}

/**
 * @summary Every tablet that was ever set up, the newest first.
 */
export const listTablets = async ( options?: Parameters<typeof appFetch>[1]): Promise<TabletPage> => {

  return appFetch<TabletPage>(getListTabletsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getEnrolTabletUrl = () => {




  return `/api/v1/tablets`
}

/**
 * @summary Sets this tablet up by the code of an invitation, or again by its cookie.
 */
export const enrolTablet = async (tabletEnrolment: TabletEnrolment, options?: Parameters<typeof appFetch>[1]): Promise<EnrolledTablet> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<EnrolledTablet>(getEnrolTabletUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(tabletEnrolment)
  }
);}



export const getRevokeTabletUrl = (tabletId: string,) => {




  return `/api/v1/tablets/${encodeURIComponent(String(tabletId))}/revocation`
}

/**
 * @summary Takes no command of a tablet any more, until it is set up again.
 */
export const revokeTablet = async (tabletId: string,
    tabletRevocation: TabletRevocation, options?: Parameters<typeof appFetch>[1]): Promise<TabletView> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TabletView>(getRevokeTabletUrl(tabletId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(tabletRevocation)
  }
);}



export const getWhichTabletUrl = () => {




  return `/api/v1/tablets/me`
}

/**
 * @summary Which tablet this is, by its cookie.
 */
export const whichTablet = async ( options?: Parameters<typeof appFetch>[1]): Promise<EnrolledTablet> => {

  return appFetch<EnrolledTablet>(getWhichTabletUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getSendTabletCommandsUrl = (tabletId: string,) => {




  return `/api/v1/tablets/${encodeURIComponent(String(tabletId))}/commands`
}

/**
 * @summary Does the signed commands of a tablet, each by itself.
 */
export const sendTabletCommands = async (tabletId: string,
    tabletBatch: TabletBatch, options?: Parameters<typeof appFetch>[1]): Promise<TabletVerdicts> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<TabletVerdicts>(getSendTabletCommandsUrl(tabletId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(tabletBatch)
  }
);}



export const getGetHoldUrl = (holdId: string,) => {




  return `/api/v1/holds/${encodeURIComponent(String(holdId))}`
}

export const getHold = async (holdId: string, options?: Parameters<typeof appFetch>[1]): Promise<Hold> => {

  return appFetch<Hold>(getGetHoldUrl(holdId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDeviationUrl = (deviationId: string,) => {




  return `/api/v1/deviations/${encodeURIComponent(String(deviationId))}`
}

export const getDeviation = async (deviationId: string, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

  return appFetch<Deviation>(getGetDeviationUrl(deviationId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListDueCalibrationsUrl = () => {




  return `/api/v1/calibrations/due`
}

/**
 * @summary Instruments whose calibration is due, overdue or missing, the most urgent first.
 */
export const listDueCalibrations = async ( options?: Parameters<typeof appFetch>[1]): Promise<DueCalibrations> => {

  return appFetch<DueCalibrations>(getListDueCalibrationsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListAlarmsUrl = (params?: ListAlarmsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/alarms?${stringifiedParams}` : `/api/v1/alarms`
}

/**
 * @summary Alarms, newest first; overdue reviews and calibrations stand before them.
 */
export const listAlarms = async (params?: ListAlarmsParams, options?: Parameters<typeof appFetch>[1]): Promise<AlarmPage> => {

  return appFetch<AlarmPage>(getListAlarmsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListDevicesUrl = () => {




  return `/api/v1/devices`
}

export const listDevices = async ( options?: Parameters<typeof appFetch>[1]): Promise<Devices> => {

  return appFetch<Devices>(getListDevicesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDeviceUrl = (deviceId: string,) => {




  return `/api/v1/devices/${encodeURIComponent(String(deviceId))}`
}

export const getDevice = async (deviceId: string, options?: Parameters<typeof appFetch>[1]): Promise<Device> => {

  return appFetch<Device>(getGetDeviceUrl(deviceId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getActOnDeviceUrl = (deviceId: string,) => {




  return `/api/v1/devices/${encodeURIComponent(String(deviceId))}/actions`
}

/**
 * Asks the device and waits for its answer; the outcome is recorded, whatever it is.
 */
export const actOnDevice = async (deviceId: string,
    actionRequest: ActionRequest, options?: Parameters<typeof appFetch>[1]): Promise<CommandAnswer> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<CommandAnswer>(getActOnDeviceUrl(deviceId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(actionRequest)
  }
);}



export const getListReadingsUrl = (params: ListReadingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/readings?${stringifiedParams}` : `/api/v1/readings`
}

export const listReadings = async (params: ListReadingsParams, options?: Parameters<typeof appFetch>[1]): Promise<Readings> => {

  return appFetch<Readings>(getListReadingsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListMonitorStatusesUrl = () => {




  return `/api/v1/monitors/status`
}

/**
 * Every current monitor: inside, outside, confirmed (a deviation is open) or silent.
 */
export const listMonitorStatuses = async ( options?: Parameters<typeof appFetch>[1]): Promise<MonitorStatuses> => {

  return appFetch<MonitorStatuses>(getListMonitorStatusesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetTemperatureUrl = (entryId: string,) => {




  return `/api/v1/temperatures/${encodeURIComponent(String(entryId))}`
}

export const getTemperature = async (entryId: string, options?: Parameters<typeof appFetch>[1]): Promise<TemperatureEntry> => {

  return appFetch<TemperatureEntry>(getGetTemperatureUrl(entryId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getOpenStreamUrl = () => {




  return `/api/v1/stream`
}

/**
 * Server-sent events; each `data` line is one LiveMessage.
 */
export const openStream = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getOpenStreamUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSyncUrl = () => {




  return `/api/v1/sync`
}

export const getSync = async ( options?: Parameters<typeof appFetch>[1]): Promise<SyncStatus> => {

  return appFetch<SyncStatus>(getGetSyncUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetLedgerHeadUrl = () => {




  return `/api/v1/ledger/head`
}

export const getLedgerHead = async ( options?: Parameters<typeof appFetch>[1]): Promise<LedgerHeadView> => {

  return appFetch<LedgerHeadView>(getGetLedgerHeadUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListLedgerEventsUrl = (params?: ListLedgerEventsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/ledger/events?${stringifiedParams}` : `/api/v1/ledger/events`
}

export const listLedgerEvents = async (params?: ListLedgerEventsParams, options?: Parameters<typeof appFetch>[1]): Promise<LedgerEvents> => {

  return appFetch<LedgerEvents>(getListLedgerEventsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getProveLedgerEventUrl = (seq: number,) => {




  return `/api/v1/ledger/proofs/${encodeURIComponent(String(seq))}`
}

export const proveLedgerEvent = async (seq: number, options?: Parameters<typeof appFetch>[1]): Promise<LedgerProof> => {

  return appFetch<LedgerProof>(getProveLedgerEventUrl(seq),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListAuditUrl = (params?: ListAuditParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/audit?${stringifiedParams}` : `/api/v1/audit`
}

/**
 * Newest first. An operator finds their own events.
 */
export const listAudit = async (params?: ListAuditParams, options?: Parameters<typeof appFetch>[1]): Promise<AuditPage> => {

  return appFetch<AuditPage>(getListAuditUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getExportAuditUrl = (params: ExportAuditParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/audit/export?${stringifiedParams}` : `/api/v1/audit/export`
}

/**
 * All events that match, newest first, streamed. The last row of the CSV is a manifest: `manifest`, the number of rows, and the SHA-256 of all bytes before it. A file without it is not whole.
 */
export const exportAudit = async (params: ExportAuditParams, options?: Parameters<typeof appFetch>[1]): Promise<string | AuditExport> => {

  return appFetch<string | AuditExport>(getExportAuditUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPrintAuditRecordUrl = (subject: string,
    params?: PrintAuditRecordParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/audit/records/${encodeURIComponent(String(subject))}/pdf?${stringifiedParams}` : `/api/v1/audit/records/${encodeURIComponent(String(subject))}/pdf`
}

/**
 * Every event that concerns the record, oldest first, with its signatures and row hashes.
 */
export const printAuditRecord = async (subject: string,
    params?: PrintAuditRecordParams, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getPrintAuditRecordUrl(subject,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRequestPackUrl = () => {




  return `/api/v1/packs`
}

/**
 * HACCP records of a lot, a run or a period with what proves them. Made in the background: see its state.
 */
export const requestPack = async (packRequest: PackRequest, options?: Parameters<typeof appFetch>[1]): Promise<Pack> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Pack>(getRequestPackUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(packRequest)
  }
);}



export const getListPacksUrl = (params?: ListPacksParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/packs?${stringifiedParams}` : `/api/v1/packs`
}

export const listPacks = async (params?: ListPacksParams, options?: Parameters<typeof appFetch>[1]): Promise<PackPage> => {

  return appFetch<PackPage>(getListPacksUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetPackUrl = (packId: string,) => {




  return `/api/v1/packs/${encodeURIComponent(String(packId))}`
}

export const getPack = async (packId: string, options?: Parameters<typeof appFetch>[1]): Promise<Pack> => {

  return appFetch<Pack>(getGetPackUrl(packId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCancelPackUrl = (packId: string,) => {




  return `/api/v1/packs/${encodeURIComponent(String(packId))}/cancel`
}

/**
 * Takes back a pack that is not made yet; one that has ended stays as it is.
 */
export const cancelPack = async (packId: string, options?: Parameters<typeof appFetch>[1]): Promise<Pack> => {

  return appFetch<Pack>(getCancelPackUrl(packId),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetPackFileUrl = (packId: string,) => {




  return `/api/v1/packs/${encodeURIComponent(String(packId))}/file`
}

export const getPackFile = async (packId: string, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getGetPackFileUrl(packId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListAttachmentsUrl = (params: ListAttachmentsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/attachments?${stringifiedParams}` : `/api/v1/attachments`
}

export const listAttachments = async (params: ListAttachmentsParams, options?: Parameters<typeof appFetch>[1]): Promise<AttachmentPage> => {

  return appFetch<AttachmentPage>(getListAttachmentsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getAddAttachmentUrl = (params: AddAttachmentParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/attachments?${stringifiedParams}` : `/api/v1/attachments`
}

/**
 * The body is the bytes themselves. The same document again for the same record is one attachment.
 */
export const addAttachment = async (addAttachmentBody: Blob,
    params: AddAttachmentParams, options?: Parameters<typeof appFetch>[1]): Promise<Attachment> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Attachment>(getAddAttachmentUrl(params),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg', ...getHeaders(options?.headers) },
    body: addAttachmentBody
  }
);}



export const getGetAttachmentUrl = (sha256: string,) => {




  return `/api/v1/attachments/${encodeURIComponent(String(sha256))}`
}

export const getAttachment = async (sha256: string, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getGetAttachmentUrl(sha256),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReadScanUrl = () => {




  return `/api/v1/scans`
}

/**
 * @summary Reads the symbols of one item and says what they are here: a lot, a handling unit, a hold, an item.
 */
export const readScan = async (scanRequest: ScanRequest, options?: Parameters<typeof appFetch>[1]): Promise<ScanAnswer> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<ScanAnswer>(getReadScanUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(scanRequest)
  }
);}



export const getListEpcisEventsUrl = (params?: ListEpcisEventsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/events?${stringifiedParams}` : `/api/v1/epcis/events`
}

/**
 * In the order of their capture. A page may be short and still have a next one: see its Link header.
 */
export const listEpcisEvents = async (params?: ListEpcisEventsParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEvents200> => {

  return appFetch<ListEpcisEvents200>(getListEpcisEventsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCaptureEpcisEventUrl = () => {




  return `/api/v1/epcis/events`
}

/**
 * One event with its own @context, captured before the answer.
 */
export const captureEpcisEvent = async (captureEpcisEventBody: CaptureEpcisEventBody, options?: Parameters<typeof appFetch>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<void>(getCaptureEpcisEventUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(captureEpcisEventBody)
  }
);}



export const getGetEpcisEventUrl = (eventId: string,) => {




  return `/api/v1/epcis/events/${encodeURIComponent(String(eventId))}`
}

/**
 * The event, and where it was declared wrong the declaration. Its hash is in flowviz-event-hash.
 */
export const getEpcisEvent = async (eventId: string, options?: Parameters<typeof appFetch>[1]): Promise<GetEpcisEvent200> => {

  return appFetch<GetEpcisEvent200>(getGetEpcisEventUrl(eventId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfEpcUrl = (value: string,
    params?: ListEpcisEventsOfEpcParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/epcs/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/epcs/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfEpc = async (value: string,
    params?: ListEpcisEventsOfEpcParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfEpc200> => {

  return appFetch<ListEpcisEventsOfEpc200>(getListEpcisEventsOfEpcUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfBizStepUrl = (value: string,
    params?: ListEpcisEventsOfBizStepParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/bizSteps/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/bizSteps/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfBizStep = async (value: string,
    params?: ListEpcisEventsOfBizStepParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfBizStep200> => {

  return appFetch<ListEpcisEventsOfBizStep200>(getListEpcisEventsOfBizStepUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfBizLocationUrl = (value: string,
    params?: ListEpcisEventsOfBizLocationParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/bizLocations/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/bizLocations/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfBizLocation = async (value: string,
    params?: ListEpcisEventsOfBizLocationParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfBizLocation200> => {

  return appFetch<ListEpcisEventsOfBizLocation200>(getListEpcisEventsOfBizLocationUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfReadPointUrl = (value: string,
    params?: ListEpcisEventsOfReadPointParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/readPoints/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/readPoints/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfReadPoint = async (value: string,
    params?: ListEpcisEventsOfReadPointParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfReadPoint200> => {

  return appFetch<ListEpcisEventsOfReadPoint200>(getListEpcisEventsOfReadPointUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfDispositionUrl = (value: string,
    params?: ListEpcisEventsOfDispositionParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/dispositions/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/dispositions/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfDisposition = async (value: string,
    params?: ListEpcisEventsOfDispositionParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfDisposition200> => {

  return appFetch<ListEpcisEventsOfDisposition200>(getListEpcisEventsOfDispositionUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListEpcisEventsOfEventTypeUrl = (value: string,
    params?: ListEpcisEventsOfEventTypeParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/eventTypes/${encodeURIComponent(String(value))}/events?${stringifiedParams}` : `/api/v1/epcis/eventTypes/${encodeURIComponent(String(value))}/events`
}

/**
 * The events of one of these, restricted by the same parameters as all events are.
 */
export const listEpcisEventsOfEventType = async (value: string,
    params?: ListEpcisEventsOfEventTypeParams, options?: Parameters<typeof appFetch>[1]): Promise<ListEpcisEventsOfEventType200> => {

  return appFetch<ListEpcisEventsOfEventType200>(getListEpcisEventsOfEventTypeUrl(value,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getExportEpcisDocumentUrl = (params?: ExportEpcisDocumentParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/epcis/document?${stringifiedParams}` : `/api/v1/epcis/document`
}

/**
 * One EPCISDocument, streamed: all that was recorded from a moment on and before another one.
 */
export const exportEpcisDocument = async (params?: ExportEpcisDocumentParams, options?: Parameters<typeof appFetch>[1]): Promise<ExportEpcisDocument200> => {

  return appFetch<ExportEpcisDocument200>(getExportEpcisDocumentUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetEpcisCaptureUrl = (captureId: string,) => {




  return `/api/v1/epcis/capture/${encodeURIComponent(String(captureId))}`
}

export const getEpcisCapture = async (captureId: string, options?: Parameters<typeof appFetch>[1]): Promise<EpcisCaptureJob> => {

  return appFetch<EpcisCaptureJob>(getGetEpcisCaptureUrl(captureId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetTraceExportUrl = (requestId: string,) => {




  return `/api/v1/fsma/exports/${encodeURIComponent(String(requestId))}`
}

export const getTraceExport = async (requestId: string, options?: Parameters<typeof appFetch>[1]): Promise<TraceRequest> => {

  return appFetch<TraceRequest>(getGetTraceExportUrl(requestId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetTraceExportFileUrl = (requestId: string,) => {




  return `/api/v1/fsma/exports/${encodeURIComponent(String(requestId))}/file`
}

/**
 * The electronic sortable spreadsheet: a workbook, or a ZIP of one CSV a sheet.
 */
export const getTraceExportFile = async (requestId: string, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getGetTraceExportFileUrl(requestId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPrintTracePlanUrl = (version: number,) => {




  return `/api/v1/fsma/plans/${encodeURIComponent(String(version))}/pdf`
}

/**
 * The traceability plan (21 CFR 1.1315) as it was issued.
 */
export const printTracePlan = async (version: number, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getPrintTracePlanUrl(version),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetRecallUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}`
}

/**
 * @summary A recall with its tasks, the versions of its scope and its consignees.
 */
export const getRecall = async (recallId: string, options?: Parameters<typeof appFetch>[1]): Promise<RecallWhole> => {

  return appFetch<RecallWhole>(getGetRecallUrl(recallId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListRecallLotsUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/lots`
}

/**
 * @summary The lots in scope as they are now.
 */
export const listRecallLots = async (recallId: string, options?: Parameters<typeof appFetch>[1]): Promise<RecallLots> => {

  return appFetch<RecallLots>(getListRecallLotsUrl(recallId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetRecallBalanceUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/balance`
}

/**
 * @summary The mass balance of each lot in scope and over all: as it was reconciled, else as it is now.
 */
export const getRecallBalance = async (recallId: string, options?: Parameters<typeof appFetch>[1]): Promise<RecallBalance> => {

  return appFetch<RecallBalance>(getGetRecallBalanceUrl(recallId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPrintRecallReportUrl = (recallId: string,) => {




  return `/api/v1/recalls/${encodeURIComponent(String(recallId))}/report.pdf`
}

/**
 * @summary The report: scenario, clock, scope, balance, consignees, gaps, signatures and hashes.
 */
export const printRecallReport = async (recallId: string, options?: Parameters<typeof appFetch>[1]): Promise<Blob> => {

  return appFetch<Blob>(getPrintRecallReportUrl(recallId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListRecallNoticesUrl = () => {




  return `/api/v1/recall-notices`
}

/**
 * @summary Recalls and drills that are held and not closed, with the lots of them in this plant.
 */
export const listRecallNotices = async ( options?: Parameters<typeof appFetch>[1]): Promise<RecallNotices> => {

  return appFetch<RecallNotices>(getListRecallNoticesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getTraceLotUrl = (lot: string,
    params?: TraceLotParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/traceability/${encodeURIComponent(String(lot))}?${stringifiedParams}` : `/api/v1/traceability/${encodeURIComponent(String(lot))}`
}

export const traceLot = async (lot: string,
    params?: TraceLotParams, options?: Parameters<typeof appFetch>[1]): Promise<Trace> => {

  return appFetch<Trace>(getTraceLotUrl(lot,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getDrawTraceUrl = (lot: string,
    params?: DrawTraceParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/traceability/${encodeURIComponent(String(lot))}/graph?${stringifiedParams}` : `/api/v1/traceability/${encodeURIComponent(String(lot))}/graph`
}

/**
 * The trace to be drawn: columns of stages along the longest way, and counts that are always true.
 */
export const drawTrace = async (lot: string,
    params?: DrawTraceParams, options?: Parameters<typeof appFetch>[1]): Promise<TraceGraph> => {

  return appFetch<TraceGraph>(getDrawTraceUrl(lot,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getTraceByKeyUrl = (params?: TraceByKeyParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/traceability?${stringifiedParams}` : `/api/v1/traceability`
}

/**
 * The same by what a label or a document says. Where several lots of one source bear it, all of them are traced; of several sources it is refused: lot_ambiguous.
 */
export const traceByKey = async (params?: TraceByKeyParams, options?: Parameters<typeof appFetch>[1]): Promise<Trace> => {

  return appFetch<Trace>(getTraceByKeyUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getLimitEpcisCaptureUrl = () => {




  return `/api/v1/epcis/capture`
}

export const limitEpcisCapture = async ( options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getLimitEpcisCaptureUrl(),
  {
    ...options,
    method: 'OPTIONS'


  }
);}



export const getCaptureEpcisUrl = () => {




  return `/api/v1/epcis/capture`
}

/**
 * An EPCISDocument. Location says where its outcome is read, event by event.
 */
export const captureEpcis = async (captureEpcisBody: CaptureEpcisBody,
    headers?: CaptureEpcisHeaders, options?: Parameters<typeof appFetch>[1]): Promise<void> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<void>(getCaptureEpcisUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(captureEpcisBody)
  }
);}
