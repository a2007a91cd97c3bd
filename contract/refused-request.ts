import { CODES, type ErrorCode, FlowError, problemOf } from './error.ts'

/** What a parser of HTTP refuses before there is a request, by its own code. */
const OF_PARSER: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timed_out',
}
const PHRASES: Partial<Record<ErrorCode, string>> = {
  headers_too_large: 'Request Header Fields Too Large',
  request_timed_out: 'Request Timeout',
}

/** The whole answer, as it goes over the wire, to bytes that are no request; the connection ends behind it. */
export function refusedRequest(parserCode: string | undefined): string {
  const code = OF_PARSER[parserCode ?? ''] ?? 'request_malformed'
  const body = JSON.stringify(problemOf(new FlowError(code)))
  return [
    `HTTP/1.1 ${CODES[code].status} ${PHRASES[code] ?? 'Bad Request'}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${new TextEncoder().encode(body).length}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
