using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Reads the cells that a mapping refers to. Made once for a kind of record, called from several threads at once; pure, and never throws, whatever the bytes.</summary>
internal interface IRowReader
{
    /// <summary>Reads one row into the first cells of <paramref name="cells"/>, in the order of the references that the reader was made with.</summary>
    /// <returns>Why the row as a whole cannot be read; null when it can.</returns>
    Rejection? Read(in RawRow row, RowCells cells);

    /// <summary>Where a reference stands, for a rejection, without the line: <c>column 'insz'</c>, <c>path person.insz</c>.</summary>
    string PlaceOf(int reference);
}
