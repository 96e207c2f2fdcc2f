import { expect, it } from 'vitest';
import { dockerfileBases } from './dockerfile-bases.ts';
import { programName } from './first-process.ts';

const bases = (text: string) => dockerfileBases(Buffer.from(text));

it('names the images that a Dockerfile builds on', () => {
  expect(bases('# FROM alpine\r\nfrom  node-run:4.0 \r\nCMD ["node"]\r\n')).toEqual(['node-run:4.0']);
  expect(bases('FROM --platform=linux/amd64 a:1 AS base\nFROM base')).toEqual(['a:1', 'base']);
});

it('names none where only the build knows', () => {
  expect(bases('ARG BASE=a:1\nFROM $BASE')).toEqual([]);
  expect(bases('')).toEqual([]);
  expect(dockerfileBases(undefined)).toEqual([]);
});

it('calls programs as people do', () => {
  expect(['/sbin/tini', 'node ', './run'].map(programName)).toEqual(['tini', 'node', 'run']);
});
