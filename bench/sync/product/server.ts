import { registerBenchForm } from './benchForm'

/* The product's server, which in this process knows one form more. */
registerBenchForm()
await import('../../../src/server/main')
