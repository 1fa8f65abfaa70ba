import type { ComponentChildren, JSX } from 'preact';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

type Root = ReturnType<ReturnType<typeof createParser>['parse']>;
type Node =
  | Root['children'][number]
  | Extract<Root['children'][number], { children: unknown }>['children'][number];

function createParser() {
  return unified().use(remarkParse).use(remarkGfm);
}

const parser = createParser();

/** Only links that a browser may follow safely; anything else shows as its text. */
function safeHref(url: string): string | undefined {
  return /^(https?:|mailto:)/i.test(url) ? url : undefined;
}

function children(nodes: readonly Node[]): ComponentChildren {
  return nodes.map((node, index) => <Part key={index} node={node} />);
}

function Table({ node }: { node: Extract<Node, { type: 'table' }> }): JSX.Element {
  const [head, ...rows] = node.children;
  return (
    <table>
      <thead>
        <tr>
          {head?.children.map((cell, index) => (
            <th key={index}>{children(cell.children)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.children.map((cell, column) => (
              <td key={column}>{children(cell.children)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nodes without an element around them. */
function Parts({ nodes }: { nodes: readonly Node[] }): JSX.Element {
  return <>{children(nodes)}</>;
}

/** One node of the syntax tree as elements. HTML in the text is shown as text, never run. */
function Part({ node }: { node: Node }): JSX.Element | null {
  switch (node.type) {
    case 'text':
    case 'html':
      return <>{node.value}</>;
    case 'paragraph':
      return <p>{children(node.children)}</p>;
    case 'strong':
      return <strong>{children(node.children)}</strong>;
    case 'emphasis':
      return <em>{children(node.children)}</em>;
    case 'delete':
      return <del>{children(node.children)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'heading':
      return <h3>{children(node.children)}</h3>;
    case 'thematicBreak':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(node.children)}</blockquote>;
    case 'list':
      return node.ordered ? <ol>{children(node.children)}</ol> : <ul>{children(node.children)}</ul>;
    case 'listItem':
      return <li>{children(node.children)}</li>;
    case 'table':
      return <Table node={node} />;
    case 'link': {
      const href = safeHref(node.url);
      return href === undefined ? (
        <Parts nodes={node.children} />
      ) : (
        <a href={href} target="_blank" rel="noreferrer noopener">
          {children(node.children)}
        </a>
      );
    }
    default:
      return null;
  }
}

/** Matinee's markdown as elements. */
export function Markdown({ text }: { text: string }): JSX.Element {
  return <>{children(parser.parse(text).children)}</>;
}
