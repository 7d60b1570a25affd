using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>A test that has too little to try would pass whatever the plugin does.</summary>
internal static class Enough
{
    private const int Pages = 3;

    public static void PagesIn(Journal journal)
    {
        var pages = journal.Pages.Where(page => page.Records.Count > 0).ToList();
        if (pages.Count < Pages)
            Assert.Fail($"The fake source gives {pages.Count} pages with records: give it more records, or smaller pages, so that there are at least {Pages} to be interrupted at.");
        if (pages.Find(page => page.Checkpoint is null) is not null)
            Assert.Fail("A page with records carries no checkpoint, so a run that is killed begins anew. Set SourceBatch.Checkpoint on every page.");
        if (pages.Find(page => page.Checkpoint!.Value.Length > 65_536) is not null)
            Assert.Fail("A checkpoint is over 64 kB. Keep in it only where to go on.");
    }
}
