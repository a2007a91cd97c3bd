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
  rate_limited: 'rate_limited',
  version_unsupported: 'version_unsupported',
  idempotency_mismatch: 'idempotency_mismatch',
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
  process_failed: 'process_failed',
  runtime_missing: 'runtime_missing',
  platform_unsupported: 'platform_unsupported',
  demo_running: 'demo_running',
  files_in_use: 'files_in_use',
  files_present: 'files_present',
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
