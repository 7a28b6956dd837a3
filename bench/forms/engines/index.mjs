// The contestants: a file and a line each.
import floor from './floor.mjs'
import ours, { oursOnePage } from './ours.mjs'
import enketo from './enketo.mjs'
import webforms from './webforms.mjs'
import surveyjs from './surveyjs.mjs'

export const contestants = [floor, ours, oursOnePage, enketo, webforms, surveyjs]
