import { useState, type DragEvent } from "react";

interface Over {
  readonly id: string;
  readonly after: boolean;
}
export interface DragSort {
  readonly dragging: string | null;
  readonly over: Over | null;
  readonly source: (id: string) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  readonly target: (id: string) => {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

/** Sorting by the mouse. The keyboard has the arrow keys of each handle, fingers have the menu of each row. */
export function useDragSort(onDrop: (id: string, target: string, after: boolean) => void): DragSort {
  const [dragging, setDragging] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setDragging(null);
    setOver(null);
  };
  return {
    dragging,
    over,
    source: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        setDragging(id);
      },
      onDragEnd: end,
    }),
    target: (id) => ({
      onDragOver: (event) => {
        if (dragging === null || dragging === id) return;
        event.preventDefault();
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        const after = event.clientY > box.top + box.height / 2;
        setOver((before) => (before?.id === id && before.after === after ? before : { id, after }));
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null);
      },
      onDrop: (event) => {
        if (dragging === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (over) onDrop(dragging, over.id, over.after);
        end();
      },
    }),
  };
}
