namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Room for the cells of one row, used again for the next.</summary>
internal sealed class RowCells
{
    private char[] characters = new char[1024];
    private Cell[] cells = new Cell[32];

    /// <summary>The cells, in the order of the mapping's references.</summary>
    public Span<Cell> Cells(int count)
    {
        if (cells.Length < count)
            cells = new Cell[count];
        return cells.AsSpan(0, count);
    }

    /// <summary>One cell of the row read last.</summary>
    public ref readonly Cell this[int reference] => ref cells[reference];

    /// <summary>Room for the text of a row.</summary>
    public Memory<char> Characters(int count)
    {
        if (characters.Length < count)
            characters = new char[count];
        return characters.AsMemory(0, count);
    }

    /// <summary>Lets go of room that only an unusual row needed.</summary>
    public void Shrink()
    {
        if (characters.Length > 64 * 1024)
            (characters, cells) = (new char[1024], new Cell[32]);
    }
}
