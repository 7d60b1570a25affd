namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Cuts files of one format into records, in memory bounded by the largest record. Made once for a kind of record.</summary>
internal interface IRecordCutter
{
    /// <summary>Looks a file over before any record of it is used. The stream stays open, and is the cutter's, until the last record was taken; it can seek.</summary>
    /// <param name="fileName">The file's name, for <see cref="Rows.RowProperties.File"/>.</param>
    /// <param name="stream">The file from its beginning.</param>
    /// <param name="token">Cancels.</param>
    Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token);
}
