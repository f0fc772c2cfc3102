import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { TodoList } from './todo.contract.ts';
import type { TodoService } from './todo.service.ts';

export const todoRoutes =
  (todo: TodoService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/todo',
      config: needs('todo.read'),
      schema: { summary: '待办 What waits for you', response: { 200: TodoList } },
      handler: (request) => todo.of(request.actor),
    });
  };
