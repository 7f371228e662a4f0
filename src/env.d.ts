/// <reference path="../.astro/types.d.ts" />
/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set by the lesson page, so that what stands in an MDX file knows which lesson it is in. */
    lesson?: import('./lesson/current.ts').CurrentLesson;
  }
}
