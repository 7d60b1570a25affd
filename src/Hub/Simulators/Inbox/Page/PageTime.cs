using System.Globalization;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Days and hours as a Belgian case worker writes them.</summary>
internal sealed class PageTime(InboxTexts texts, DateTimeOffset now)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The day, and the hour unless it is midnight: most sources know days alone.</summary>
    public Html Day(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var day = local.ToString("dddd d MMMM yyyy", texts.Culture);
        return Tag(local, local.TimeOfDay == TimeSpan.Zero ? day : $"{day} {texts.At} {Hour(local)}");
    }

    /// <summary>The day alone.</summary>
    public Html DayAlone(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return Tag(local, local.ToString("d MMMM yyyy", texts.Culture));
    }

    /// <summary>Day and hour, briefly.</summary>
    public Html Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var isToday = local.Date == TimeZoneInfo.ConvertTime(now, Zone).Date;
        return Tag(local, $"{(isToday ? texts.Today : local.ToString("d MMMM yyyy", texts.Culture))} {texts.At} {Hour(local)}");
    }

    private static string Hour(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Html Tag(DateTimeOffset local, string text) =>
        Html.Of($"""<time datetime="{local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}">{text}</time>""");
}
