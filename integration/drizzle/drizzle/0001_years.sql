ALTER TABLE `books` ADD `year` integer;
