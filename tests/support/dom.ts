import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// A screen's code is fetched on first use; on a busy machine that takes longer than the second waited for by default.
configure({ asyncUtilTimeout: 10_000 })

// jsdom has no modal dialogs: these do what the tests need of them, opening and closing.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
  this.querySelector<HTMLElement>('[autofocus]')?.focus()
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

// Nor has it a layout: there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}
Object.defineProperty(document, 'scrollingElement', { configurable: true, get: () => document.documentElement })
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Nor can it draw pictures: their addresses are all it needs.
URL.createObjectURL ??= () => 'blob:photo'
URL.revokeObjectURL ??= () => {}
