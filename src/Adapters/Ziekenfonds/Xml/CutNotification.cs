using IntegrationHub.Adapters.Ziekenfonds.Notifications;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Ziekenfonds.Xml;

/// <summary>One notification cut out of its file.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Element">The element by itself, with the namespaces it needs.</param>
internal sealed record CutNotification(NotificationKind Kind, CutElement Element);
