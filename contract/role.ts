import Type from 'typebox'

export type Role = 'ADMIN' | 'MANAGER' | 'AUDITOR' | 'OPERATOR' | 'VIEWER'
export const ROLES: readonly Role[] = ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR', 'VIEWER']
export const Role = Type.Enum([...ROLES], { $id: 'Role' })
