import type { TodoItem as TodoItemView, TodoList as TodoListView } from '../../server/todo/todo.contract.ts';
import type { View } from '../api.ts';

export type TodoItem = View<typeof TodoItemView>;
export type TodoList = View<typeof TodoListView>;

export const TODO = '/api/todo';
