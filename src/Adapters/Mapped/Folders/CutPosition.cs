namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>A place between two records of a file; it is stored in the checkpoint.</summary>
/// <param name="Offset">What the cutter needs to go on there: a byte, or a number of records.</param>
/// <param name="Line">The line there, from 1.</param>
internal readonly record struct CutPosition(long Offset, long Line);
