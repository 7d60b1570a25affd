namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Where the records are: a <see cref="FolderSection"/>, <see cref="HttpSection"/> or <see cref="SqlSection"/>.</summary>
internal abstract record ReadSection;
