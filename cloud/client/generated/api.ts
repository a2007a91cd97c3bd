import { appFetch } from '../fetch.ts';
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

export interface LedgerReceipt {
  head: LedgerHead;
  /** @minimum 0 */
  stored: number;
  receipt: string | null;
}

export interface ReadingReceipt {
  /**
     * @minimum 1
     * @maximum 1000000000
     */
  epoch: number;
  /** @minimum 0 */
  seq: number;
  /** @minimum 0 */
  stored: number;
}

export type SiteHeadReadings = {
  /**
     * @minimum 1
     * @maximum 1000000000
     */
  epoch: number;
  /** @minimum 0 */
  seq: number;
};

export interface SiteHead {
  ledger: LedgerHead;
  readings: SiteHeadReadings;
}

export interface ClaimRequest {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /**
     * @minimum 60
     * @maximum 604800
     */
  valid_s?: number;
}

export interface Claim {
  claim: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  expires_at: string;
}

export interface Enrolment {
  /**
     * @minLength 16
     * @maxLength 64
     */
  claim: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /**
     * @minLength 1
     * @maxLength 80
     */
  site_name: string;
  /** @pattern ^[A-Za-z0-9+/]{43}=$ */
  public_key: string;
  /** @pattern ^[A-Za-z0-9+/]{86}==$ */
  signature: string;
}

export interface Enrolled {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  cloud_key_name: string;
  cloud_public_key: string;
}

export interface LoginRequest {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  station?: string;
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

export interface Session {
  access_token: string;
  expires_in_s: number;
  person: Person;
  /** Somebody else set the secret: nothing works before it was changed. */
  must_change?: boolean;
}

export interface SiteView {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  name: string;
  enrolled_at: string;
  revoked: boolean;
  last_contact_at: string | null;
  as_of: string | null;
  head: LedgerHead;
  readings_seq: number;
  lots_today: number;
  lots_total: number;
  weight_today_kg: string;
  devices_ok: number;
  devices_in_trouble: number;
  open_holds: number;
  lots_on_hold: number;
  open_deviations: number;
  dead_letters: number;
  fork: string | null;
}

export interface SiteList {
  sites: SiteView[];
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

export type HqLotWeight = {
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

export type HqLotRegisteredByKind = typeof HqLotRegisteredByKind[keyof typeof HqLotRegisteredByKind];


export const HqLotRegisteredByKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type HqLotRegisteredByAuth = typeof HqLotRegisteredByAuth[keyof typeof HqLotRegisteredByAuth];


export const HqLotRegisteredByAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type HqLotRegisteredBy = {
  kind: HqLotRegisteredByKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: HqLotRegisteredByAuth;
};

export type HqLotOrigin = typeof HqLotOrigin[keyof typeof HqLotOrigin];


export const HqLotOrigin = {
  registered: 'registered',
  received: 'received',
  produced: 'produced',
  split: 'split',
  merged: 'merged',
  reworked: 'reworked',
} as const;

export type HqLotAllergensItem = typeof HqLotAllergensItem[keyof typeof HqLotAllergensItem];


export const HqLotAllergensItem = {
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

export interface HqLot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  lot_code: string;
  lot_type: LotType;
  product: string | null;
  weight_kg: Decimal;
  weight_mg: number;
  weight: HqLotWeight;
  temperature_c: Decimal | null;
  supplier: string | null;
  supplier_lot_code: string | null;
  line: string | null;
  notes: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  registered_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  registered_by: HqLotRegisteredBy;
  /** Number of its ledger event. */
  seq: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  code_conflict: boolean;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  tlc_source: string;
  origin: HqLotOrigin;
  item_id: string | null;
  supplier_id: string | null;
  supplier_tlc_source: string | null;
  count: number | null;
  produced_on: string | null;
  best_before: string | null;
  expires_on: string | null;
  /** @maxItems 15 */
  allergens: HqLotAllergensItem[];
  plan_id: string | null;
  plan_version: number | null;
  run_id: string | null;
  receipt_id: string | null;
  status: LotStatus;
  base_status: LotStatus;
  /** @minimum 0 */
  open_holds: number;
  /**
     * Number of the last gate in order that it has passed.
     * @minimum 0
     */
  gate_passed: number;
  on_hand_mg: number;
  on_hand_kg: Decimal;
  on_hand_count: number | null;
  /**
     * Where its stock stands.
     * @items.pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
     */
  location_ids: string[];
  epoch: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  received_at: string;
}

export interface HqLotPage {
  lots: HqLot[];
  next: string | null;
}

export type Verdict = typeof Verdict[keyof typeof Verdict];


export const Verdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  unjudged: 'unjudged',
} as const;

export type HqReadingWeightBasis = typeof HqReadingWeightBasis[keyof typeof HqReadingWeightBasis];


export const HqReadingWeightBasis = {
  gross: 'gross',
  net: 'net',
  tare: 'tare',
  unknown: 'unknown',
} as const;

export type HqReadingWeight = {
  stable: boolean | null;
  basis: HqReadingWeightBasis;
  at_zero?: boolean;
  high_res?: boolean;
  tare?: Decimal;
  /** @maxLength 40 */
  alibi_id?: string;
};

export interface HqReading {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  epoch: number;
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
  weight?: HqReadingWeight;
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

export interface HqReadingPage {
  readings: HqReading[];
  /** @minimum 0 */
  total: number;
  thinned: boolean;
  bucket_ms: number | null;
}

export interface ChannelView {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  device_name: string;
  location: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  unit: string;
  limits: unknown;
  latest: HqReading | null;
}

export interface ChannelList {
  channels: ChannelView[];
}

export interface DeadLetter {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  epoch: number;
  seq: number;
  type: string;
  v: number;
  cause: string;
  at: string;
}

export interface DeadLetterList {
  dead_letters: DeadLetter[];
  next: string | null;
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

export interface LotLink {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  lot_code: string | null;
  lot_type: LotType | null;
  product: string | null;
  status: LotStatus | null;
  kind: LinkKind;
  run_id: string | null;
  run_code: string | null;
  weight_mg: number;
  weight_kg: Decimal;
  count: number | null;
}

export interface LotLinks {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  parents: LotLink[];
  parents_next: string | null;
  children: LotLink[];
  children_next: string | null;
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
  lot_code: string | null;
  lot_type: LotType | null;
  product: string | null;
  status: LotStatus | null;
  /** False: this hold holds it no longer. */
  open: boolean;
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
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
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
  /** @minimum 0 */
  lot_count: number;
  /** @minimum 0 */
  open_count: number;
  lots: HeldLot[];
}

export interface HoldPage {
  holds: Hold[];
  next: string | null;
}

export interface HeldLotPage {
  lots: HeldLot[];
  next: string | null;
}

export type Decision = typeof Decision[keyof typeof Decision];


export const Decision = {
  PASS: 'PASS',
  HOLD: 'HOLD',
  FAIL: 'FAIL',
} as const;

export type GateDecisionDecidedByKind = typeof GateDecisionDecidedByKind[keyof typeof GateDecisionDecidedByKind];


export const GateDecisionDecidedByKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type GateDecisionDecidedByAuth = typeof GateDecisionDecidedByAuth[keyof typeof GateDecisionDecidedByAuth];


export const GateDecisionDecidedByAuth = {
  pin: 'pin',
  offline_pin: 'offline_pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type GateDecisionDecidedBy = {
  kind: GateDecisionDecidedByKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: GateDecisionDecidedByAuth;
};

export type GateDecisionValuesItemVerdict = typeof GateDecisionValuesItemVerdict[keyof typeof GateDecisionValuesItemVerdict];


export const GateDecisionValuesItemVerdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  no: 'no',
  yes: 'yes',
  recorded: 'recorded',
} as const;

export type GateDecisionValuesItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  parameter: string;
  /** @maxLength 40 */
  value: string;
  unit: string | null;
  low: Decimal | null;
  high: Decimal | null;
  verdict: GateDecisionValuesItemVerdict;
};

export type GateDecisionCalibration = typeof GateDecisionCalibration[keyof typeof GateDecisionCalibration] | null;


export const GateDecisionCalibration = {
  valid: 'valid',
  due: 'due',
  overdue: 'overdue',
  never: 'never',
  not_needed: 'not_needed',
} as const;

export type GateDecisionLotsItem = {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  status: LotStatus;
  /** @minimum 0 */
  gate_passed: number;
};

export interface GateDecision {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  epoch: number;
  seq: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  decided_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  decided_by: GateDecisionDecidedBy;
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
  values: GateDecisionValuesItem[];
  notes: string | null;
  instrument_id: string | null;
  calibration: GateDecisionCalibration;
  entered_late: boolean;
  recheck_of: string | null;
  waived: boolean;
  run_gate_passed: number | null;
  lots: GateDecisionLotsItem[];
}

export interface GatePage {
  gates: GateDecision[];
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
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
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
  /** @minimum 0 */
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

export type PlantRecordBody = { [key: string]: unknown };

export interface PlantRecord {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  kind: string;
  id: string;
  parent: string | null;
  state: string | null;
  /** Their order: a version, or the number of the event that first said something of it. */
  at: number;
  body: PlantRecordBody;
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
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
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
  /** @minimum 0 */
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
  /** @maxItems 500 */
  curve: DeviationCurveItem[];
  low: Decimal | null;
  high: Decimal | null;
  actions: PlantRecord[];
}

export type AlarmState = typeof AlarmState[keyof typeof AlarmState];


export const AlarmState = {
  RAISED: 'RAISED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
} as const;

export interface Alarm {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  alarm_id: string;
  state: AlarmState;
  kind: string;
  about: string;
  text: string;
  said: Said | null;
  raised_at: string;
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  notes: string | null;
}

export interface AlarmPage {
  alarms: Alarm[];
  next: string | null;
}

export interface RecordPage {
  records: PlantRecord[];
  next: string | null;
}

export type GetHealth200Status = typeof GetHealth200Status[keyof typeof GetHealth200Status];


export const GetHealth200Status = {
  ok: 'ok',
} as const;

export type GetHealth200 = {
  status: GetHealth200Status;
  version: string;
};

export type GetReady200Status = typeof GetReady200Status[keyof typeof GetReady200Status];


export const GetReady200Status = {
  ok: 'ok',
} as const;

export type GetReady200 = {
  status: GetReady200Status;
  version: string;
};

export type CopyLedgerParams = {
/**
 * @minimum 1
 * @maximum 1000000000
 */
epoch: number;
/**
 * @minimum 1
 * @maximum 9007199254740991
 */
from_seq: number;
/**
 * @minimum 1
 * @maximum 1000
 */
limit?: number;
};

export type CopyReadingsParams = {
/**
 * @minimum 1
 * @maximum 1000000000
 */
epoch: number;
/**
 * @minimum 1
 * @maximum 9007199254740991
 */
from_seq: number;
/**
 * @minimum 1
 * @maximum 1000
 */
limit?: number;
};

export type ListSitesParams = {
/**
 * Since when a lot is of today; left out: midnight UTC.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
day_start?: string;
};

export type GetSiteParams = {
/**
 * Since when a lot is of today; left out: midnight UTC.
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
day_start?: string;
};

export type ListLotsParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
site?: string;
/**
 * @minLength 1
 * @maxLength 80
 * @pattern ^[^\u0000]*$
 */
q?: string;
status?: ListLotsStatus;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListLotsStatus = typeof ListLotsStatus[keyof typeof ListLotsStatus];


export const ListLotsStatus = {
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

export type ListReadingsParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
site: string;
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
since: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
until?: string;
/**
 * @minimum 30
 * @maximum 5000
 */
points?: number;
};

export type ListChannelsParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
site?: string;
};

export type ListDeadLettersParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
site?: string;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListLotLinksParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
parents_cursor?: string;
/**
 * @maxLength 400
 */
children_cursor?: string;
};

export type ListHoldsParams = {
state?: ListHoldsState;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListHoldsState = typeof ListHoldsState[keyof typeof ListHoldsState];


export const ListHoldsState = {
  OPEN: 'OPEN',
  UNDER_REVIEW: 'UNDER_REVIEW',
  DISPOSITIONED: 'DISPOSITIONED',
  EXECUTED: 'EXECUTED',
  CLOSED: 'CLOSED',
} as const;

export type ListHeldLotsParams = {
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListGatesParams = {
/**
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
 */
lot_id?: string;
decision?: ListGatesDecision;
/**
 * @minLength 1
 * @maxLength 20
 * @pattern ^[^\u0000]*$
 */
line?: string;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListGatesDecision = typeof ListGatesDecision[keyof typeof ListGatesDecision];


export const ListGatesDecision = {
  PASS: 'PASS',
  HOLD: 'HOLD',
  FAIL: 'FAIL',
} as const;

export type ListDeviationsParams = {
state?: ListDeviationsState;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
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

export type ListAlarmsParams = {
state?: ListAlarmsState;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export type ListAlarmsState = typeof ListAlarmsState[keyof typeof ListAlarmsState];


export const ListAlarmsState = {
  RAISED: 'RAISED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
} as const;

export type ListRecordsParams = {
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000]*$
 */
state?: string;
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000]*$
 */
parent?: string;
/**
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * @maxLength 400
 */
cursor?: string;
};

export const getGetHealthUrl = () => {




  return `/health`
}

export const getHealth = async ( options?: Parameters<typeof appFetch>[1]): Promise<GetHealth200> => {

  return appFetch<GetHealth200>(getGetHealthUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetReadyUrl = () => {




  return `/ready`
}

export const getReady = async ( options?: Parameters<typeof appFetch>[1]): Promise<GetReady200> => {

  return appFetch<GetReady200>(getGetReadyUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPushLedgerUrl = (site: string,) => {




  return `/v1/sites/${encodeURIComponent(String(site))}/ledger`
}

export const pushLedger = async (site: string, options?: Parameters<typeof appFetch>[1]): Promise<LedgerReceipt> => {

  return appFetch<LedgerReceipt>(getPushLedgerUrl(site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getCopyLedgerUrl = (site: string,
    params: CopyLedgerParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/ledger?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/ledger`
}

export const copyLedger = async (site: string,
    params: CopyLedgerParams, options?: Parameters<typeof appFetch>[1]): Promise<Response> => {

  return appFetch<Response>(getCopyLedgerUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPushReadingsUrl = (site: string,) => {




  return `/v1/sites/${encodeURIComponent(String(site))}/readings`
}

export const pushReadings = async (site: string, options?: Parameters<typeof appFetch>[1]): Promise<ReadingReceipt> => {

  return appFetch<ReadingReceipt>(getPushReadingsUrl(site),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetHeadUrl = (site: string,) => {




  return `/v1/sites/${encodeURIComponent(String(site))}/head`
}

export const getHead = async (site: string, options?: Parameters<typeof appFetch>[1]): Promise<SiteHead> => {

  return appFetch<SiteHead>(getGetHeadUrl(site),
  {
    ...options,
    method: 'GET'


  }
);}



export const getCopyReadingsUrl = (site: string,
    params: CopyReadingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/readings/copy?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/readings/copy`
}

export const copyReadings = async (site: string,
    params: CopyReadingsParams, options?: Parameters<typeof appFetch>[1]): Promise<Response> => {

  return appFetch<Response>(getCopyReadingsUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getMakeClaimUrl = () => {




  return `/v1/claims`
}

export const makeClaim = async (claimRequest: ClaimRequest, options?: Parameters<typeof appFetch>[1]): Promise<Claim> => {

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
return appFetch<Claim>(getMakeClaimUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(claimRequest)
  }
);}



export const getEnrolUrl = () => {




  return `/v1/enrolments`
}

export const enrol = async (enrolment: Enrolment, options?: Parameters<typeof appFetch>[1]): Promise<Enrolled> => {

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
return appFetch<Enrolled>(getEnrolUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(enrolment)
  }
);}



export const getLoginUrl = () => {




  return `/v1/login`
}

export const login = async (loginRequest: LoginRequest, options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

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
    body: JSON.stringify(loginRequest)
  }
);}



export const getRefreshUrl = () => {




  return `/v1/refresh`
}

export const refresh = async ( options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

  return appFetch<Session>(getRefreshUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getLogoutUrl = () => {




  return `/v1/logout`
}

export const logout = async ( options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getLogoutUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getGetMeUrl = () => {




  return `/v1/me`
}

export const getMe = async ( options?: Parameters<typeof appFetch>[1]): Promise<Person> => {

  return appFetch<Person>(getGetMeUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListSitesUrl = (params?: ListSitesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites?${stringifiedParams}` : `/v1/sites`
}

export const listSites = async (params?: ListSitesParams, options?: Parameters<typeof appFetch>[1]): Promise<SiteList> => {

  return appFetch<SiteList>(getListSitesUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSiteUrl = (site: string,
    params?: GetSiteParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}`
}

export const getSite = async (site: string,
    params?: GetSiteParams, options?: Parameters<typeof appFetch>[1]): Promise<SiteView> => {

  return appFetch<SiteView>(getGetSiteUrl(site,params),
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

  return stringifiedParams.length > 0 ? `/v1/lots?${stringifiedParams}` : `/v1/lots`
}

export const listLots = async (params?: ListLotsParams, options?: Parameters<typeof appFetch>[1]): Promise<HqLotPage> => {

  return appFetch<HqLotPage>(getListLotsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetLotUrl = (lotId: string,) => {




  return `/v1/lots/${encodeURIComponent(String(lotId))}`
}

export const getLot = async (lotId: string, options?: Parameters<typeof appFetch>[1]): Promise<HqLot> => {

  return appFetch<HqLot>(getGetLotUrl(lotId),
  {
    ...options,
    method: 'GET'


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

  return stringifiedParams.length > 0 ? `/v1/readings?${stringifiedParams}` : `/v1/readings`
}

export const listReadings = async (params: ListReadingsParams, options?: Parameters<typeof appFetch>[1]): Promise<HqReadingPage> => {

  return appFetch<HqReadingPage>(getListReadingsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListChannelsUrl = (params?: ListChannelsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/channels?${stringifiedParams}` : `/v1/channels`
}

export const listChannels = async (params?: ListChannelsParams, options?: Parameters<typeof appFetch>[1]): Promise<ChannelList> => {

  return appFetch<ChannelList>(getListChannelsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListDeadLettersUrl = (params?: ListDeadLettersParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/dead-letters?${stringifiedParams}` : `/v1/dead-letters`
}

export const listDeadLetters = async (params?: ListDeadLettersParams, options?: Parameters<typeof appFetch>[1]): Promise<DeadLetterList> => {

  return appFetch<DeadLetterList>(getListDeadLettersUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListLotLinksUrl = (site: string,
    lotId: string,
    params?: ListLotLinksParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/lots/${encodeURIComponent(String(lotId))}/links?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/lots/${encodeURIComponent(String(lotId))}/links`
}

export const listLotLinks = async (site: string,
    lotId: string,
    params?: ListLotLinksParams, options?: Parameters<typeof appFetch>[1]): Promise<LotLinks> => {

  return appFetch<LotLinks>(getListLotLinksUrl(site,lotId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListHoldsUrl = (site: string,
    params?: ListHoldsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/holds?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/holds`
}

export const listHolds = async (site: string,
    params?: ListHoldsParams, options?: Parameters<typeof appFetch>[1]): Promise<HoldPage> => {

  return appFetch<HoldPage>(getListHoldsUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListHeldLotsUrl = (site: string,
    holdId: string,
    params?: ListHeldLotsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/holds/${encodeURIComponent(String(holdId))}/lots?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/holds/${encodeURIComponent(String(holdId))}/lots`
}

export const listHeldLots = async (site: string,
    holdId: string,
    params?: ListHeldLotsParams, options?: Parameters<typeof appFetch>[1]): Promise<HeldLotPage> => {

  return appFetch<HeldLotPage>(getListHeldLotsUrl(site,holdId,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListGatesUrl = (site: string,
    params?: ListGatesParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/gates?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/gates`
}

export const listGates = async (site: string,
    params?: ListGatesParams, options?: Parameters<typeof appFetch>[1]): Promise<GatePage> => {

  return appFetch<GatePage>(getListGatesUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListDeviationsUrl = (site: string,
    params?: ListDeviationsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/deviations?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/deviations`
}

export const listDeviations = async (site: string,
    params?: ListDeviationsParams, options?: Parameters<typeof appFetch>[1]): Promise<DeviationPage> => {

  return appFetch<DeviationPage>(getListDeviationsUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDeviationUrl = (site: string,
    deviationId: string,) => {




  return `/v1/sites/${encodeURIComponent(String(site))}/deviations/${encodeURIComponent(String(deviationId))}`
}

export const getDeviation = async (site: string,
    deviationId: string, options?: Parameters<typeof appFetch>[1]): Promise<Deviation> => {

  return appFetch<Deviation>(getGetDeviationUrl(site,deviationId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListAlarmsUrl = (site: string,
    params?: ListAlarmsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/alarms?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/alarms`
}

export const listAlarms = async (site: string,
    params?: ListAlarmsParams, options?: Parameters<typeof appFetch>[1]): Promise<AlarmPage> => {

  return appFetch<AlarmPage>(getListAlarmsUrl(site,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListRecordsUrl = (site: string,
    kind: 'item' | 'party' | 'location' | 'instrument' | 'site' | 'recipe' | 'qc_plan' | 'monitor' | 'run' | 'hold' | 'deviation' | 'action' | 'review' | 'calibration' | 'receipt' | 'shipment' | 'shipment_line' | 'hu' | 'badge' | 'training' | 'policy' | 'signature' | 'attachment' | 'epcis_event' | 'epcis_name' | 'epcis_capture' | 'alarm' | 'printer' | 'print_job' | 'trace_request' | 'trace_plan' | 'kde_correction' | 'pack' | 'help_call' | 'shift_handover' | 'temperature' | 'tablet' | 'recall' | 'recall_task' | 'recall_scope' | 'recall_consignee' | 'recall_balance' | 'recall_finding',
    params?: ListRecordsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/v1/sites/${encodeURIComponent(String(site))}/records/${encodeURIComponent(String(kind))}?${stringifiedParams}` : `/v1/sites/${encodeURIComponent(String(site))}/records/${encodeURIComponent(String(kind))}`
}

export const listRecords = async (site: string,
    kind: 'item' | 'party' | 'location' | 'instrument' | 'site' | 'recipe' | 'qc_plan' | 'monitor' | 'run' | 'hold' | 'deviation' | 'action' | 'review' | 'calibration' | 'receipt' | 'shipment' | 'shipment_line' | 'hu' | 'badge' | 'training' | 'policy' | 'signature' | 'attachment' | 'epcis_event' | 'epcis_name' | 'epcis_capture' | 'alarm' | 'printer' | 'print_job' | 'trace_request' | 'trace_plan' | 'kde_correction' | 'pack' | 'help_call' | 'shift_handover' | 'temperature' | 'tablet' | 'recall' | 'recall_task' | 'recall_scope' | 'recall_consignee' | 'recall_balance' | 'recall_finding',
    params?: ListRecordsParams, options?: Parameters<typeof appFetch>[1]): Promise<RecordPage> => {

  return appFetch<RecordPage>(getListRecordsUrl(site,kind,params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getOpenStreamUrl = () => {




  return `/v1/stream`
}

/**
 * Server-sent events; each `data` line is one HqLiveMessage.
 */
export const openStream = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getOpenStreamUrl(),
  {
    ...options,
    method: 'GET'


  }
);}
